package io.github.isostress.jmeter.sample;

import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.MessageDescription;

/** How much of each message a sample shows: one of the methods of {@link MessageDescriber}. */
@FunctionalInterface
interface MessageTeller {
    /**
     * Describes a message, masked.
     *
     * @param frame the wire bytes
     * @param messageStart the offset of the message in them
     * @param message the message, decoded, or null if no packager has read it
     */
    MessageDescription describe(byte[] frame, int messageStart, DecodedMessage message);

    default MessageDescription describe(Frame frame, DecodedMessage message) {
        return describe(frame.bytes(), frame.messageStart(), message);
    }
}
