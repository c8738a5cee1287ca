package io.github.isostress.host.seal;

import io.github.isostress.message.value.MessageInputs;
import java.util.Optional;

/** Tells whether a received value is right. Implementations are immutable and thread-safe. */
@FunctionalInterface
interface Proof {
    /**
     * What is wrong with a value.
     *
     * @param inputs the message it came in, and the keys in force
     * @return the end of a sentence without secrets; empty if the value is right
     * @throws IllegalArgumentException with one clear sentence without secrets if that cannot be told
     */
    Optional<String> mismatch(MessageInputs inputs, String seen);
}
