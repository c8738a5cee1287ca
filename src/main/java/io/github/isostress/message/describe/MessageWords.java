package io.github.isostress.message.describe;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.ListedSecrets;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.masking.CardNumbers;
import io.github.isostress.message.masking.Masking;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Puts the messages of one connection into words, without what form, place or the user's list tells to be secret.
 * Immutable and thread-safe.
 *
 * @param packager reads the messages, the user's list included; empty if they are raw
 * @param secrets the user's list
 * @param messageStart the offset of the message in frames of which only a part came
 */
public record MessageWords(Optional<IsoPackager> packager, ListedSecrets secrets, int messageStart) {
    /** Of raw messages without a list. */
    public static final MessageWords RAW = new MessageWords(Optional.empty(), ListedSecrets.NONE, 0);

    /**
     * A whole frame.
     *
     * @param frame the wire bytes
     * @param start the offset of the message in them
     * @param message the message, decoded, or null if no packager has read it
     */
    public MessageDescription description(byte[] frame, int start, DecodedMessage message) {
        return message == null ? unread(frame, start) : MessageDescriber.description(frame, start, message);
    }

    /** The bytes of the {@link #description} alone, at less cost. */
    public ShownBytes bytesAlone(byte[] frame, int start, DecodedMessage message) {
        return message == null ? unread(frame, start).bytes() : MessageDescriber.bytesAlone(frame, start, message);
    }

    /**
     * The bytes of a frame that cannot be described, since that ends in an error: of its elements, only those are shown
     * that hold numbers and times.
     */
    public ShownBytes bytesOfNumbers(byte[] frame, int start, DecodedMessage message) {
        BitSet hidden = new BitSet(frame.length);
        if (message == null) {
            try {
                return unread(frame, start).bytes();
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                hidden.set(0, frame.length);
            }
        } else {
            hidden.or(CardNumbers.in(frame));
            hidden.or(secrets.inFrame(start, frame.length));
            hideAllButNumbers(message, start, hidden);
        }
        return ShownBytes.of(frame, hidden);
    }

    private static void hideAllButNumbers(DecodedMessage message, int start, BitSet hidden) {
        ElementIndex found = message.found();
        for (int at = 0; at < found.count(); at++) {
            if (found.isDataElement(at) && message.packager().masking().of(found.number(at)) != Masking.PLAIN) {
                hidden.set(start + found.start(at), start + found.end(at));
            }
        }
    }

    /** The same for frames of another framing. */
    public MessageWords startingAt(int offset) {
        return new MessageWords(packager, secrets, offset);
    }

    /** What had come of a frame. */
    public MessageDescription unfinished(byte[] bytes) {
        return unread(bytes, messageStart);
    }

    /**
     * Bytes that no packager has read as a message, or that are only a part of one: no elements. Hidden are whatever
     * passes for a card number, the listed bytes, and what is secret of the elements in front of the one at which
     * reading ends; all that follows, if an element is listed that may be there.
     */
    public MessageDescription unread(byte[] frame, int start) {
        BitSet hidden = CardNumbers.in(frame);
        hidden.or(secrets.inFrame(start, frame.length));
        packager.ifPresent(reader -> hideFound(reader, frame, Math.min(start, frame.length), hidden));
        return new MessageDescription(List.of(), ShownBytes.of(frame, hidden), "");
    }

    private void hideFound(IsoPackager reader, byte[] frame, int start, BitSet hidden) {
        byte[] message = Arrays.copyOfRange(frame, start, frame.length);
        DecodedMessage beginning = new MessageDecoder(reader).decodeStart(message);
        hidden.or(new FrameDescription(frame, start, beginning, MaskingPolicy.MASKED)
                .bytesAlone()
                .hidden());
        ElementIndex found = beginning.found();
        int last = found.count() == 0 ? 0 : found.number(found.count() - 1);
        if (secrets.highestElement() > last) {
            int end = found.count() == 0 ? 0 : found.end(found.count() - 1);
            hidden.set(start + end, frame.length);
        }
    }
}
