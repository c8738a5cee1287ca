package io.github.isostress.message;

import io.github.isostress.message.DecodedMessage.ElementRange;
import java.util.Arrays;
import java.util.BitSet;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;

/** Joins packed elements to a message: header, MTI, the bitmap that follows from them, elements. For one message. */
final class MessageAssembler {
    private static final int SECOND_BITMAP_END = 128;
    private static final int THIRD_BITMAP_END = 192;
    private static final int EXTENSION_BIT = 65;

    private final IsoPackager packager;
    private final byte[][] packed;
    private final BitSet present = new BitSet(THIRD_BITMAP_END + 1);
    private byte[] header = {};

    MessageAssembler(IsoPackager packager) {
        this.packager = packager;
        this.packed = new byte[packager.highestElement() + 1][];
    }

    /** Begins with all a captured message holds, byte for byte. */
    void start(DecodedMessage captured) {
        byte[] bytes = captured.bytes();
        header = Arrays.copyOf(bytes, captured.headerLength());
        for (ElementRange range : captured.ranges()) {
            if (range.element() != 1 || !packager.hasBitmap()) {
                set(range.element(), Arrays.copyOfRange(bytes, range.start(), range.end()));
            }
        }
    }

    /** Sets an element to its packed form, or leaves it out if that is null. */
    void set(int element, byte[] bytes) {
        packed[element] = bytes;
        if (element > 0) {
            present.set(element, bytes != null);
        }
    }

    /**
     * The whole message.
     *
     * @throws IllegalArgumentException if it has no elements, and so no bitmap
     */
    byte[] message() {
        if (present.isEmpty()) {
            throw new IllegalArgumentException("the message has no element besides its MTI");
        }
        byte[] bitmap = packager.hasBitmap() ? bitmap() : new byte[0];
        byte[] mti = packed[0] == null ? new byte[0] : packed[0];
        int length = header.length + mti.length + bitmap.length;
        for (int i = present.nextSetBit(1); i >= 0; i = present.nextSetBit(i + 1)) {
            length += packed[i].length;
        }
        byte[] message = new byte[length];
        int at = put(message, 0, header);
        at = put(message, at, mti);
        at = put(message, at, bitmap);
        for (int i = present.nextSetBit(1); i >= 0; i = present.nextSetBit(i + 1)) {
            at = put(message, at, packed[i]);
        }
        return message;
    }

    private static int put(byte[] message, int at, byte[] part) {
        System.arraycopy(part, 0, message, at, part.length);
        return at + part.length;
    }

    private byte[] bitmap() {
        if (!packager.carriesThirdBitmapInElement()) {
            return pack(packager.bitmapPackager(), present);
        }
        int carrier = packager.getThirdBitmapField();
        BitSet third = present.get(SECOND_BITMAP_END, THIRD_BITMAP_END + 1);
        third.clear(0);
        set(carrier, third.isEmpty() ? null : pack(packager.getFieldPackager(carrier), third));
        BitSet firstAndSecond = present.get(0, SECOND_BITMAP_END + 1);
        if (!third.isEmpty() && carrier != EXTENSION_BIT) {
            firstAndSecond.set(EXTENSION_BIT, packed[EXTENSION_BIT] != null);
        }
        return pack(packager.bitmapPackager(), firstAndSecond);
    }

    private static byte[] pack(ISOFieldPackager format, BitSet bits) {
        try {
            ISOComponent bitmap = new ISOBitMap(1);
            bitmap.setValue(bits);
            return format.pack(bitmap);
        } catch (ISOException e) {
            throw new IllegalArgumentException("the bitmap cannot be packed", e);
        }
    }
}
