package io.github.isostress.judgement;

import io.github.isostress.failure.Failure;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What proves that an answer is its sender's, and unchanged; in the order in which it is verified. */
enum Seal {
    /** Over the message. A host that has the key puts it into every answer. */
    MAC("mac", Failure.MAC_MISMATCH, Failure.MAC_MISSING) {
        @Override
        boolean isOwed(DecodedMessage answer, Predicate<DecodedMessage> approval) {
            return true;
        }
    },

    /** The issuer's answer to a card's cryptogram. Many hosts leave it out of a decline. */
    ARPC("arpc", Failure.ARPC_MISMATCH, Failure.ARPC_MISSING) {
        @Override
        boolean isOwed(DecodedMessage answer, Predicate<DecodedMessage> approval) {
            return approval.test(answer);
        }
    };

    private final String formula;
    private final Failure mismatch;
    private final Failure missing;

    Seal(String formula, Failure mismatch, Failure missing) {
        this.formula = formula;
        this.mismatch = mismatch;
        this.missing = missing;
    }

    /** The seal that a formula of this name computes; empty if it computes something else. */
    static Optional<Seal> of(String formula) {
        return Arrays.stream(values())
                .filter(seal -> seal.formula.equals(formula))
                .findFirst();
    }

    /** The names of their formulas, for people. */
    static String formulas() {
        return Arrays.stream(values()).map(seal -> seal.formula).collect(Collectors.joining(" and "));
    }

    /**
     * Whether an answer must have it.
     *
     * @param approval whether an answer is a success by its DE 39
     */
    abstract boolean isOwed(DecodedMessage answer, Predicate<DecodedMessage> approval);

    /** The failure of an answer in which it is wrong. */
    Failure mismatch() {
        return mismatch;
    }

    /** The failure of an answer that must have it and does not. */
    Failure missing() {
        return missing;
    }
}
