package io.github.isostress.message.describe;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.ListedSecrets;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Describes the frames of one connection: the entry to this package. A decoded frame is described by {@link
 * FrameDescriber}, each of its elements by {@link ElementDescriber}; of any other frame only the bytes are shown. Card
 * numbers and secrets are masked in words and bytes, as form, place and the user's list tell them. Immutable and
 * thread-safe.
 *
 * @param packager reads the messages, the user's list included; empty if they are raw
 * @param secrets the user's list
 * @param messageStart the offset of the message in frames of which only a part came
 */
public record MessageDescriber(Optional<IsoPackager> packager, ListedSecrets secrets, int messageStart) {
    /** Of raw messages without a list. */
    public static final MessageDescriber RAW = new MessageDescriber(Optional.empty(), ListedSecrets.NONE, 0);

    /** A describer for frames of another framing. */
    public MessageDescriber startingAt(int offset) {
        return new MessageDescriber(packager, secrets, offset);
    }

    /**
     * Describes a whole frame: elements and bytes.
     *
     * @param frame the wire bytes
     * @param start the offset of the message in them
     * @param message the message, decoded, or null if no packager has read it
     */
    public MessageDescription describe(byte[] frame, int start, DecodedMessage message) {
        return message == null ? unread(frame, start) : masked(frame, start, message);
    }

    /** The bytes that {@link #describe} shows, without the elements, at less cost. */
    public MessageDescription bytesAlone(byte[] frame, int start, DecodedMessage message) {
        return message == null ? unread(frame, start) : ofBytes(maskedBytes(frame, start, message));
    }

    /**
     * The bytes of a frame whose description ends in an error: of its elements, only those are shown that hold numbers
     * and times.
     */
    public MessageDescription bytesOfNumbers(byte[] frame, int start, DecodedMessage message) {
        if (message != null) {
            return ofBytes(ShownBytes.of(frame, hidden().allButNumbers(frame, start, message)));
        }
        try {
            return unread(frame, start);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            BitSet all = new BitSet();
            all.set(0, frame.length);
            return ofBytes(ShownBytes.of(frame, all));
        }
    }

    /** What had come of a frame. */
    public MessageDescription unfinished(byte[] bytes) {
        return unread(bytes, messageStart);
    }

    /** Bytes that no packager has read as a message, or that are only a part of one. */
    public MessageDescription unread(byte[] frame, int start) {
        return ofBytes(ShownBytes.of(frame, hidden().ofUnread(frame, start)));
    }

    private HiddenBytes hidden() {
        return new HiddenBytes(packager, secrets);
    }

    private static MessageDescription ofBytes(ShownBytes bytes) {
        return new MessageDescription(List.of(), bytes, "");
    }

    /** A decoded frame as results, logs and errors may show it; see {@link #describe}. */
    public static MessageDescription masked(byte[] frame, int start, DecodedMessage message) {
        return new FrameDescriber(frame, start, message, MaskingPolicy.of(message)).describe();
    }

    /** The bytes of {@link #masked} alone. */
    public static ShownBytes maskedBytes(byte[] frame, int start, DecodedMessage message) {
        return new FrameDescriber(frame, start, message, MaskingPolicy.of(message)).bytesAlone();
    }

    /** A decoded frame with nothing masked, for the one who is writing the message. */
    public static MessageDescription unmasked(byte[] frame, int start, DecodedMessage message) {
        return new FrameDescriber(frame, start, message, MaskingPolicy.WHOLE).describe();
    }
}
