package io.github.isostress.message.value;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.number.Counters;

/**
 * What messages are filled from besides their template. Immutable but for the counters, and thread-safe.
 *
 * @param keys those in force
 * @param counters of the run
 */
public record MessageContext(Keys keys, Counters counters) {
    /** Without keys, for templates without formulas. */
    public static final MessageContext NONE = new MessageContext(Keys.NONE, new Counters());

    /** With these keys instead. */
    public MessageContext with(Keys others) {
        return others == keys ? this : new MessageContext(others, counters);
    }
}
