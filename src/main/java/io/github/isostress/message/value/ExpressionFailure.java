package io.github.isostress.message.value;

import io.github.isostress.message.masking.ShownText;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * Tells that a variable or function in a value cannot be compiled or has failed. Its sentence names the function alone:
 * what stands around it may be a card number, and so may what the function says of its arguments. It has no cause,
 * whose message would go to logs.
 */
public final class ExpressionFailure extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final int MOST_REFERENCES = 3;
    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_REASON = 200;

    private final transient List<String> references;
    private final String event;
    private final String reason;

    private ExpressionFailure(List<String> references, String event, String reason) {
        super("");
        this.references = references;
        this.event = event;
        this.reason = reason;
    }

    /** A value with a reference that does not end. */
    public static ExpressionFailure ofUnclosed(String text) {
        return new ExpressionFailure(
                References.in(text), " cannot be compiled: ", "a variable ends with }, a function with )}");
    }

    /** A value that cannot be compiled. */
    public static ExpressionFailure ofCompiling(String text, Throwable cause) {
        return new ExpressionFailure(References.in(text), " cannot be compiled: ", reason(text, cause));
    }

    /** A value whose function has failed as it ran. */
    public static ExpressionFailure ofRunning(String text, Throwable cause) {
        return new ExpressionFailure(References.functionsIn(text), " failed: ", reason(text, cause));
    }

    /** JMeter's own sentences end with the whole text. */
    private static String reason(String text, Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return StringUtils.abbreviate(
                message.replace(text, "it").lines().findFirst().orElse(""), LONGEST_REASON);
    }

    @Override
    public String getMessage() {
        return inWords(false);
    }

    /**
     * The sentence.
     *
     * @param secret whether the value is one of which nothing may be shown
     */
    public String inWords(boolean secret) {
        return references.stream()
                        .limit(MOST_REFERENCES)
                        .map(each -> secret ? ShownText.ofReferenceToASecret(each) : ShownText.ofOthers(each))
                        .map(each -> StringUtils.abbreviate(each, LONGEST_REFERENCE))
                        .collect(Collectors.joining(" or "))
                + event
                + (secret ? ShownText.ofOthersAboutASecret(reason) : ShownText.ofOthers(reason));
    }
}
