package io.github.isostress.judgement;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.MessageContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The MACs and cryptograms that answers are verified by. Immutable and thread-safe. */
public final class VerifiedSeals {
    /** Nothing is verified. */
    public static final VerifiedSeals NONE = new VerifiedSeals(List.of());

    private final VerifiedSeal[] seals;

    private VerifiedSeals(List<VerifiedSeal> seals) {
        this.seals =
                seals.stream().sorted(Comparator.comparing(VerifiedSeal::seal)).toArray(VerifiedSeal[]::new);
    }

    /**
     * Compiles a text: formula lines of a template, each for an element of the answer. Comments and blank lines verify
     * nothing.
     *
     * @param packager reads the answers; empty if messages are raw
     * @throws IllegalArgumentException naming the first line that breaks a rule, and the rule
     */
    public static VerifiedSeals compile(String text, Optional<IsoPackager> packager, Expression.Compiler expressions) {
        VerifiedLines lines = VerifiedLines.read(text, expressions).readBy(packager);
        if (!lines.problems().isEmpty()) {
            throw new IllegalArgumentException(lines.problems().get(0).sentence());
        }
        return lines.seals().isEmpty() ? NONE : new VerifiedSeals(lines.seals());
    }

    /** What {@link #compile} refuses whatever packager reads the answers, line by line. */
    public static List<TemplateProblem> problems(String text, Expression.Compiler expressions) {
        return VerifiedLines.read(text, expressions).problems();
    }

    /**
     * What is wrong with the first seal that is; empty if none is.
     *
     * @param outcome with an answer that was decoded
     * @param context with the keys of the plan, of which those count that were not replaced on the link before the answer
     * @param approval whether an answer is a success by its DE 39
     */
    Optional<FailureReport> failure(Outcome outcome, MessageContext context, Predicate<DecodedMessage> approval) {
        if (seals.length == 0) {
            return Optional.empty();
        }
        MessageContext then = context.with(outcome.replacedKeys().under(context.keys()));
        for (VerifiedSeal seal : seals) {
            Optional<FailureReport> failure = seal.failure(outcome, then, approval);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }
}
