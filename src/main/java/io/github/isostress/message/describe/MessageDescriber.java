package io.github.isostress.message.describe;

import io.github.isostress.message.decode.DecodedMessage;
import java.util.BitSet;
import java.util.List;

/**
 * Puts messages into words for people: elements, their names and meanings, and the bytes. Stateless and thread-safe.
 */
public final class MessageDescriber {
    private MessageDescriber() {}

    /**
     * A whole frame in words. Card numbers and secrets are masked in words and bytes: the bytes of every element that
     * is masked are hidden, and where it is in doubt which elements they are, whatever passes for a card number.
     *
     * @param frame the wire bytes
     * @param messageStart the offset of the message in them
     * @param message the message, decoded
     */
    public static MessageDescription description(byte[] frame, int messageStart, DecodedMessage message) {
        return new FrameDescription(frame, messageStart, message, MaskingPolicy.masking(message)).describe();
    }

    /** The bytes of the {@link #description} alone, at less cost. */
    public static ShownBytes bytesAlone(byte[] frame, int messageStart, DecodedMessage message) {
        return new FrameDescription(frame, messageStart, message, MaskingPolicy.masking(message)).bytesAlone();
    }

    /** A whole frame in words with nothing masked, for the one who is writing the message. */
    public static MessageDescription unmasked(byte[] frame, int messageStart, DecodedMessage message) {
        return new FrameDescription(frame, messageStart, message, MaskingPolicy.WHOLE).describe();
    }

    /** Bytes that no packager has read: no elements, and whatever passes for a card number is hidden. */
    public static MessageDescription unread(byte[] frame) {
        return MessageWords.RAW.unread(frame, 0);
    }

    /** Likewise, and nothing is hidden, for the one who is writing the message. */
    public static MessageDescription unreadUnmasked(byte[] frame) {
        return new MessageDescription(List.of(), ShownBytes.of(frame, new BitSet()), "");
    }
}
