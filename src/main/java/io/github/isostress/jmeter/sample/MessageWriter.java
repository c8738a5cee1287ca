package io.github.isostress.jmeter.sample;

import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.MessageWords;

/** One message as a sample shows it: its elements and the hex dump of the wire bytes, masked. */
final class MessageWriter {
    /** In front of what asks, be it ours or the host's. */
    static final String REQUEST = "Request";
    /** In front of what answers. */
    static final String RESPONSE = "Response";
    /** In front of what had come of a frame. */
    static final String UNFINISHED = "Unfinished";

    private MessageWriter() {}

    /** The line in front of a message. */
    static String heading(String word, byte[] frame) {
        return word + ", " + frame.length + " bytes\n";
    }

    /** A message that came. */
    static String of(MessageWords words, Frame frame, DecodedMessage message) {
        return of(words, frame.bytes(), frame.messageStart(), message);
    }

    /**
     * A message.
     *
     * @param words of its connection
     * @param frame its wire bytes
     * @param messageStart the offset of the message in them
     * @param message the same, decoded, or null if no packager has read it
     */
    static String of(MessageWords words, byte[] frame, int messageStart, DecodedMessage message) {
        return words.description(frame, messageStart, message).text();
    }

    /** The bytes of a message alone, hidden as they are beside its elements. */
    static String bytesOf(MessageWords words, byte[] frame, int messageStart, DecodedMessage message) {
        return words.bytesAlone(frame, messageStart, message).toString();
    }

    /** The bytes of a message that cannot be described. */
    static String bytesOfNumbers(MessageWords words, byte[] frame, int messageStart, DecodedMessage message) {
        return words.bytesOfNumbers(frame, messageStart, message).toString();
    }
}
