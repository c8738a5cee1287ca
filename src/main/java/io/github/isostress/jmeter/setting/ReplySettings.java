package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.RunCache;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.sample.ResponseDetail;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.ExpressionFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;

/**
 * What a reply's properties say, but for its template. Immutable.
 *
 * @param action which part of the work it does
 * @param echoes whether the answer returns the request's elements that the template does not name
 * @param waitMillis how long it waits for a request: 1 to 3,600,000
 * @param failsWithoutRequest whether a wait in vain is a failed sample
 * @param joinBy the element by which a request of the same test is found again; empty if none is
 * @param variables elements of the request to keep
 * @param detail how much a sample tells
 */
public record ReplySettings(
        ReplyAction action,
        boolean echoes,
        int waitMillis,
        boolean failsWithoutRequest,
        Optional<ElementPath> joinBy,
        ResponseVariables variables,
        ResponseDetail detail) {
    private static final String NONE = "none";
    private static final int LONGEST_WAIT = 3_600_000;
    private static final RunCache<List<String>, ReplySettings> OF_RUN = new RunCache<>(1_000, ReplySettings::of);

    private static final Iso8583ReplySchema SCHEMA = Iso8583ReplySchema.INSTANCE;

    private static final List<PropertyDescriptor<?, ?>> PROPERTIES = List.of(
            SCHEMA.action,
            SCHEMA.otherElements,
            SCHEMA.requestTimeout,
            SCHEMA.whenNoRequest,
            SCHEMA.joinBy,
            SCHEMA.variables,
            SCHEMA.responseDetail);

    /** What becomes of elements that the template does not name, the default first. */
    public static final List<String> OTHER_ELEMENTS = List.of("echo", "leave out");

    /** What becomes of a wait in vain, the default first. */
    public static final List<String> WHEN_NO_REQUEST = List.of("no sample", "failed sample");

    /** By what requests may be joined, the default first. */
    public static final List<String> JOIN_BY = List.of("37", "11", NONE);

    /**
     * Reads the properties, each once.
     *
     * @param run shares equal settings among its threads
     * @throws IllegalArgumentException with one clear sentence
     */
    public static ReplySettings read(TestElement reply, RunContext run) {
        List<String> texts = new ArrayList<>(PROPERTIES.size());
        for (PropertyDescriptor<?, ?> property : PROPERTIES) {
            texts.add(read(reply, property));
        }
        try {
            return OF_RUN.get(run, texts);
        } catch (IllegalArgumentException e) {
            return of(new PropertyReader(
                    property -> texts.get(PROPERTIES.indexOf(property)),
                    property -> JMeterExpressions.written(reply, property)));
        }
    }

    private static String read(TestElement reply, PropertyDescriptor<?, ?> property) {
        try {
            return JMeterExpressions.read(reply, property);
        } catch (ExpressionFailure e) {
            throw new IllegalArgumentException(property.getShortName() + ": " + e.getMessage(), e);
        }
    }

    private static ReplySettings of(List<String> texts) {
        return of(new PropertyReader(property -> texts.get(PROPERTIES.indexOf(property))));
    }

    private static ReplySettings of(PropertyReader read) {
        return new ReplySettings(
                ReplyAction.of(read.choice(SCHEMA.action, words(ReplyAction.allWords()))),
                read.choice(SCHEMA.otherElements, words(OTHER_ELEMENTS)).equals(OTHER_ELEMENTS.get(0)),
                read.number(SCHEMA.requestTimeout, 1, LONGEST_WAIT),
                !read.choice(SCHEMA.whenNoRequest, words(WHEN_NO_REQUEST)).equals(WHEN_NO_REQUEST.get(0)),
                joinBy(read),
                read.parsed(SCHEMA.variables, ResponseVariables::parse),
                ResponseDetail.of(read.choice(SCHEMA.responseDetail, words(ResponseDetail.allWords()))));
    }

    private static String[] words(List<String> words) {
        return words.toArray(String[]::new);
    }

    private static Optional<ElementPath> joinBy(PropertyReader read) {
        return Optional.of(read.choice(SCHEMA.joinBy, words(JOIN_BY)))
                .filter(element -> !element.equals(NONE))
                .map(ElementPath::parse);
    }

    /**
     * The one setting that is needed before the test begins.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static Optional<ElementPath> joinBy(TestElement reply) {
        return joinBy(new PropertyReader(reply));
    }
}
