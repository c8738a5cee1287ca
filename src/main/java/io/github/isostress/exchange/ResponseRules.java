package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Printable;
import java.util.Optional;
import java.util.Set;

/** Judges outcomes by DE 39. Immutable and thread-safe. */
public final class ResponseRules {
    /** The response code of an answer that no packager looked into. */
    public static final String RECEIVED = "RECEIVED";

    private static final ElementPath RESPONSE_CODE = ElementPath.parse("39");

    private final Set<String> successCodes;

    /**
     * Rules by which these values of DE 39 are a success.
     *
     * @param successCodes compared with DE 39 without its outer blanks; empty if any answer is a success
     */
    public ResponseRules(Set<String> successCodes) {
        this.successCodes = Set.copyOf(successCodes);
    }

    /** The verdict on an outcome. */
    public Verdict judge(Outcome outcome) {
        if (outcome.failure() != null) {
            return failed(outcome.failure());
        }
        if (outcome.answer() == null) {
            return new Verdict(true, RECEIVED, "A response was received", "");
        }
        Optional<String> code =
                outcome.answer().value(RESPONSE_CODE).map(String::strip).map(Printable::orHex);
        if (code.isEmpty() && !successCodes.isEmpty()) {
            return failed(new FailureException(Failure.NO_RESPONSE_CODE, "the success codes ask for DE 39"));
        }
        if (code.isEmpty()) {
            return new Verdict(true, RECEIVED, "A response was received", "");
        }
        boolean successful = successCodes.isEmpty() || successCodes.contains(code.get());
        return new Verdict(successful, code.get(), ResponseCodes.meaning(code.get()), "");
    }

    /** The verdict on a request that got no answer, or was never sent. */
    public static Verdict failed(FailureException e) {
        return new Verdict(false, e.failure().name(), e.failure().sentence(), e.getMessage());
    }
}
