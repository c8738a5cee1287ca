package io.github.isostress.seal;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.value.MessageContext;
import java.util.Optional;

/**
 * Takes the keys out of the answer to one session message: they are in force from the end of the answer on. The answer
 * may come in another thread than the one that asks what became of it.
 */
public final class KeyArrival {
    private final NewKeys newKeys;
    private final MessageContext context;
    private final ReplacedKeys keys;
    private volatile FailureReport problem;

    /**
     * Waits for keys.
     *
     * @param context keys and counters with which the message is sent
     * @param keys those that have been replaced on its link
     */
    public KeyArrival(NewKeys newKeys, MessageContext context, ReplacedKeys keys) {
        this.newKeys = newKeys;
        this.context = context.with(keys.over(context.keys()));
        this.keys = keys;
    }

    /** The keys in force on the link, and the counters. */
    public MessageContext context() {
        return context;
    }

    /** Takes the answer; one bad key leaves all as they were. */
    public void take(DecodedMessage answer) {
        try {
            newKeys.in(answer, context.keys()).forEach(keys::replace);
        } catch (IllegalArgumentException e) {
            problem = new FailureReport(Failure.NEW_KEY_REFUSED, e.getMessage());
        }
    }

    /** Why the keys were not taken; empty if they were, or if none came. */
    public Optional<FailureReport> problem() {
        return Optional.ofNullable(problem);
    }
}
