package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.AfterTimeout;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.Expectation;
import io.github.isostress.exchange.ResponseMatcher;
import io.github.isostress.exchange.ResponseRules;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a request's answer is recognised, waited for and judged, as its properties say. Immutable.
 *
 * @param written the properties as they were read
 * @param exchange made from these
 * @param rules made from these
 * @param variables made from these
 * @param detail made from these
 */
record RequestSettings(
        Written written, Exchange exchange, ResponseRules rules, ResponseVariables variables, ResponseDetail detail) {
    private static final String NONE = "none";
    private static final int LONGEST_TIMEOUT = 3_600_000;

    /**
     * What there was to read.
     *
     * @param responseTimeoutMillis 1 to 3,600,000
     * @param packager of the connection
     * @param unsolicited of the connection
     */
    record Written(
            String successCodes,
            String matchElements,
            String echoElements,
            String afterTimeout,
            int responseTimeoutMillis,
            boolean expectAnswer,
            String variables,
            String responseDetail,
            Optional<IsoPackager> packager,
            UnsolicitedRules unsolicited) {}

    /**
     * Reads the properties, each once.
     *
     * @param before what the last call gave, or null: taken again if nothing has changed
     * @throws IllegalArgumentException with one clear sentence
     */
    static RequestSettings read(Iso8583Request request, ThreadLinks links, RequestSettings before) {
        PropertyReader read = new PropertyReader(request);
        Iso8583RequestSchema schema = request.getSchema();
        Written written = new Written(
                read.text(schema.successCodes),
                read.text(schema.matchElements),
                read.text(schema.echoElements),
                read.choice(schema.afterTimeout, "keep", "close"),
                read.number(schema.responseTimeout),
                read.flag(schema.expectAnswer),
                read.text(schema.variables),
                read.choice(schema.responseDetail, ResponseDetail.allWords().toArray(String[]::new)),
                links.packager(),
                links.unsolicited());
        return before != null && before.written.equals(written) ? before : of(written);
    }

    private static RequestSettings of(Written written) {
        int timeout = written.responseTimeoutMillis();
        if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(
                    "response timeout " + timeout + " is outside 1 to " + LONGEST_TIMEOUT + " ms");
        }
        ResponseMatcher matcher =
                new ResponseMatcher(elements(written.matchElements(), "match elements", "the MTI alone"));
        AfterTimeout afterTimeout = AfterTimeout.valueOf(written.afterTimeout().toUpperCase(Locale.ROOT));
        return new RequestSettings(
                written,
                new Exchange(
                        written.packager(),
                        matcher,
                        timeout,
                        afterTimeout,
                        written.unsolicited(),
                        written.expectAnswer() ? Expectation.ANSWER : Expectation.NOTHING),
                new ResponseRules(
                        SuccessCodes.of(written.successCodes()),
                        elements(written.echoElements(), "echo elements", "no check")),
                ResponseVariables.parse(written.variables()),
                ResponseDetail.of(written.responseDetail()));
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
