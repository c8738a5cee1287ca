package io.github.isostress.message.template;

import io.github.isostress.message.decode.DecodedMessage;
import org.jpos.iso.ISOComponent;

/**
 * An element of a captured message, or a part of one: its value and its place.
 *
 * @param component the value, as the packager read it
 * @param bytes of the whole message or element that it is in; not to be changed
 * @param start the offset of its first byte, which may be that of its tag or its length prefix
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
