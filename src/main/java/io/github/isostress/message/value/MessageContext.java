package io.github.isostress.message.value;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.number.Counters;

/**
 * What messages are filled from besides their template. Immutable but for the counters, and thread-safe.
 *
 * @param keys those in force
 * @param counters of the run
 * @param request that the message answers, whose elements formulas find where the message has none; null if it answers
 *     nothing
 */
public record MessageContext(Keys keys, Counters counters, DecodedMessage request) {
    /** Without keys, for templates without formulas. */
    public static final MessageContext NONE = new MessageContext(Keys.NONE, new Counters());

    /** Of messages that answer nothing. */
    public MessageContext(Keys keys, Counters counters) {
        this(keys, counters, null);
    }

    /** With these keys instead. */
    public MessageContext with(Keys others) {
        return others == keys ? this : new MessageContext(others, counters, request);
    }

    /** Of a message that answers this request, which may be null if it cannot be read. */
    public MessageContext answering(DecodedMessage other) {
        return new MessageContext(keys, counters, other);
    }
}
