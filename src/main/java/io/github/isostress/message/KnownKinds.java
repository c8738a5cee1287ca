package io.github.isostress.message;

import java.util.Arrays;
import org.apache.commons.lang3.ArrayUtils;

/** The kinds of the messages that a packager has read lately, so that the next one's bitmap need not be read. Thread-safe. */
final class KnownKinds {
    private static final int MOST = 16;

    /** Copied on write. */
    private volatile MessageKind[] kinds = {};

    /** The kind of a message that begins at an offset; null if it is not known. */
    MessageKind of(byte[] bytes, int start) {
        for (MessageKind kind : kinds) {
            if (kind.isOf(bytes, start)) {
                return kind;
            }
        }
        return null;
    }

    /** Adds a kind if no other thread has; for one too many the oldest is forgotten. */
    synchronized void add(MessageKind kind) {
        MessageKind[] known = kinds;
        if (Arrays.stream(known).anyMatch(kind::hasHeadOf)) {
            return;
        }
        kinds = ArrayUtils.add(known.length < MOST ? known : ArrayUtils.remove(known, 0), kind);
    }
}
