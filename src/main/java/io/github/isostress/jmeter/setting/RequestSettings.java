package io.github.isostress.jmeter.setting;

import io.github.isostress.exchange.AfterTimeout;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.ExchangeSettings;
import io.github.isostress.exchange.Expectation;
import io.github.isostress.exchange.ResponseMatcher;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.jmeter.RunCache;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.sample.ResponseDetail;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.value.ExpressionFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;

/**
 * What a request's properties say of its answer: how it is recognised, waited for, judged and shown. Immutable.
 *
 * @param written the texts from which all the rest is made
 * @param check whether the packager must read back a request
 */
public record RequestSettings(
        Written written,
        Exchange exchange,
        ResponseRules rules,
        ResponseVariables variables,
        ResponseDetail detail,
        RequestCheck check) {
    private static final String NONE = "none";
    private static final String IN_ORDER = "in order";
    private static final int LONGEST_TIMEOUT = 3_600_000;
    private static final RunCache<Written, RequestSettings> OF_RUN = new RunCache<>(1_000, RequestSettings::of);

    private static final Iso8583RequestSchema SCHEMA = Iso8583RequestSchema.INSTANCE;

    private static final List<PropertyDescriptor<?, ?>> PROPERTIES = List.of(
            SCHEMA.successCodes,
            SCHEMA.matchElements,
            SCHEMA.returnedElements,
            SCHEMA.afterTimeout,
            SCHEMA.responseTimeout,
            SCHEMA.expectAnswer,
            SCHEMA.variables,
            SCHEMA.responseDetail,
            SCHEMA.checkRequests);

    /**
     * What the settings are made from. A property without expressions gives the same text, and a connection the same
     * rules, sample after sample, so that the settings are made once.
     *
     * @param texts of {@link #PROPERTIES}, in their order
     * @param packager of the connection
     * @param unsolicited of the connection
     */
    private record Written(String[] texts, Optional<IsoPackager> packager, UnsolicitedRules unsolicited) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Written that
                    && packager.equals(that.packager)
                    && unsolicited == that.unsolicited
                    && Arrays.equals(texts, that.texts);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(texts) + packager.hashCode();
        }

        String text(PropertyDescriptor<?, ?> property) {
            return texts[PROPERTIES.indexOf(property)];
        }
    }

    /**
     * Reads the properties, each once.
     *
     * @param run shares equal settings among its threads
     * @param before what the last call gave, or null: taken again if nothing has changed
     * @throws IllegalArgumentException with one clear sentence
     */
    public static RequestSettings read(
            TestElement request, ThreadConnection connection, RunContext run, RequestSettings before) {
        String[] texts = new String[PROPERTIES.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = read(request, PROPERTIES.get(i));
        }
        Written written = new Written(texts, connection.packager(), connection.unsolicited());
        if (before != null && before.written.equals(written)) {
            return before;
        }
        try {
            return OF_RUN.get(run, written);
        } catch (IllegalArgumentException e) {
            return of(
                    written,
                    new PropertyReader(written::text, property -> JMeterExpressions.written(request, property)));
        }
    }

    private static String read(TestElement request, PropertyDescriptor<?, ?> property) {
        try {
            return JMeterExpressions.read(request, property);
        } catch (ExpressionFailure e) {
            throw new IllegalArgumentException(property.getShortName() + ": " + e.getMessage(), e);
        }
    }

    private static RequestSettings of(Written written) {
        return of(written, new PropertyReader(written::text));
    }

    private static RequestSettings of(Written written, PropertyReader read) {
        int timeout = read.number(SCHEMA.responseTimeout);
        if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException("response timeout " + timeout + " is outside 1 to " + LONGEST_TIMEOUT
                    + " ms" + read.origin(SCHEMA.responseTimeout).after(String.valueOf(timeout)));
        }
        return new RequestSettings(
                written,
                new Exchange(new ExchangeSettings(
                        written.packager(),
                        read.parsed(SCHEMA.matchElements, RequestSettings::matcher),
                        timeout,
                        AfterTimeout.valueOf(read.choice(SCHEMA.afterTimeout, "keep", "close")
                                .toUpperCase(Locale.ROOT)),
                        written.unsolicited(),
                        read.flag(SCHEMA.expectAnswer) ? Expectation.ANSWER : Expectation.NOTHING)),
                new ResponseRules(
                        read.parsed(SCHEMA.successCodes, SuccessCodesReader::of),
                        read.parsed(SCHEMA.returnedElements, text -> elements(text, "echo elements", "no check"))),
                read.parsed(SCHEMA.variables, ResponseVariables::parse),
                ResponseDetail.of(read.choice(
                        SCHEMA.responseDetail, ResponseDetail.allWords().toArray(String[]::new))),
                check(read));
    }

    private static ResponseMatcher matcher(String text) {
        return text.equals(IN_ORDER)
                ? ResponseMatcher.inOrder()
                : new ResponseMatcher(elements(text, "match elements", "the MTI alone"));
    }

    private static RequestCheck check(PropertyReader read) {
        return RequestCheck.of(
                read.choice(SCHEMA.checkRequests, RequestCheck.allWords().toArray(String[]::new)));
    }

    /** The one setting that compiling a template needs. */
    public static RequestCheck check(TestElement request) {
        return check(new PropertyReader(request));
    }

    private static List<ElementPath> elements(String text, String what, String withoutAny) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " are empty; write " + NONE + " for " + withoutAny);
        }
        return text.equals(NONE)
                ? List.of()
                : PropertyReader.words(text).stream().map(ElementPath::parse).toList();
    }
}
