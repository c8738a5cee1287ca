package io.github.isostress.message.template;

import io.github.isostress.message.decode.DecodedMessage;
import org.jpos.iso.ISOComponent;

/**
 * An element of a captured message, or a part of one, as it was read and as it stands there.
 *
 * @param component what was read
 * @param bytes what it stands among; not to be changed
 * @param start its first byte's offset, its length prefix and its tag included
 * @param end the offset behind its last byte
 */
record CapturedPart(ISOComponent component, byte[] bytes, int start, int end) {
    /** An element of a message; null if the message has no such element. */
    static CapturedPart of(DecodedMessage message, int element) {
        int at = message.index().indexOf(element);
        return at < 0
                ? null
                : new CapturedPart(
                        message.fields().getComponent(element),
                        message.bytes(),
                        message.index().start(at),
                        message.index().end(at));
    }
}
