package io.github.isostress.judgement;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.template.TemplateLine;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.message.value.MessageInputs;
import io.github.isostress.seal.DecodedInputs;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An element of answers that a formula says the value of. Immutable and thread-safe.
 *
 * @param line says it
 * @param seal what the element holds
 * @param formula computes what it must hold
 */
record VerifiedSeal(TemplateLine line, Seal seal, Formula formula) {

    /**
     * What is wrong with it in an answer; empty if nothing is.
     *
     * @param context with the keys that were in force when the answer came
     * @param approval whether an answer is a success by its DE 39
     */
    Optional<FailureReport> failure(Outcome outcome, MessageContext context, Predicate<DecodedMessage> approval) {
        Optional<String> seen = outcome.answer().value(line.path());
        if (seen.isEmpty()) {
            return seal.isOwed(outcome.answer(), approval)
                    ? failure(seal.missing(), "element " + line.path() + " is missing")
                    : Optional.empty();
        }
        try {
            return mismatch(new DecodedInputs(context, outcome.answer(), outcome.request()), seen.get());
        } catch (IllegalArgumentException e) {
            return failure(Failure.NOT_VERIFIED, "element " + line.path() + ": " + e.getMessage());
        }
    }

    private Optional<FailureReport> mismatch(MessageInputs inputs, String seen) {
        Computation computation = formula.begin();
        Optional<String> mismatch = computation.mismatch(inputs, Printable.orHex(seen));
        return mismatch.isEmpty()
                ? Optional.empty()
                : failure(
                        seal.mismatch(),
                        ("element " + line.path() + ": " + mismatch.get() + "\n" + computation.explained(inputs))
                                .strip());
    }

    private static Optional<FailureReport> failure(Failure failure, String particulars) {
        return Optional.of(new FailureReport(failure, particulars));
    }
}
