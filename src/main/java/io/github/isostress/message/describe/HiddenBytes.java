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
import java.util.Optional;

/**
 * Which bytes of a frame are hidden where no elements are shown. Immutable and thread-safe.
 *
 * @param packager may read the beginning of a frame; empty if messages are raw
 * @param secrets the user's list
 */
record HiddenBytes(Optional<IsoPackager> packager, ListedSecrets secrets) {
    /**
     * Of a frame that no packager has read: whatever passes for a card number, the listed bytes, and what is secret of
     * the elements in front of the one at which reading ends; all that follows, if an element is listed that may be
     * there.
     *
     * @param start the offset of the message
     */
    BitSet ofUnread(byte[] frame, int start) {
        BitSet hidden = withoutElements(frame, start);
        packager.ifPresent(reader -> hideReadable(reader, frame, Math.min(start, frame.length), hidden));
        return hidden;
    }

    /** Of a decoded frame: all elements but those that hold numbers and times. */
    BitSet allButNumbers(byte[] frame, int start, DecodedMessage message) {
        BitSet hidden = withoutElements(frame, start);
        ElementIndex elements = message.index();
        for (int at = 0; at < elements.count(); at++) {
            if (elements.isDataElement(at) && message.packager().masking().of(elements.number(at)) != Masking.PLAIN) {
                hidden.set(start + elements.start(at), start + elements.end(at));
            }
        }
        return hidden;
    }

    private BitSet withoutElements(byte[] frame, int start) {
        BitSet hidden = CardNumbers.in(frame);
        hidden.or(secrets.inFrame(start, frame.length));
        return hidden;
    }

    private void hideReadable(IsoPackager reader, byte[] frame, int start, BitSet hidden) {
        byte[] message = Arrays.copyOfRange(frame, start, frame.length);
        DecodedMessage beginning = new MessageDecoder(reader).decodeStart(message);
        hidden.or(new FrameDescriber(frame, start, beginning, MaskingPolicy.MASKED)
                .bytesAlone()
                .hidden());
        ElementIndex elements = beginning.index();
        int count = elements.count();
        int last = count == 0 ? 0 : elements.number(count - 1);
        if (secrets.highestElement() > last) {
            hidden.set(start + (count == 0 ? 0 : elements.end(count - 1)), frame.length);
        }
    }
}
