package io.github.isostress.message;

import io.github.isostress.message.codec.FieldLayout;
import java.util.Arrays;
import java.util.BitSet;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOException;

/**
 * Which elements a message has, in the order of its bytes: what all messages with one MTI and one bitmap have in
 * common. Most messages of a run have one of two shapes, the request's and the answer's. Thread-safe.
 */
public final class MessageShape {
    /** Where jPOS keeps the bitmap among a message's fields. */
    public static final int BITMAP_KEY = -1;

    /** Elements up to 128 are kept as bits, as in the first two bitmaps; higher ones are searched for. */
    private static final int BITS_END = 128;

    private final byte[] head;
    private final int headCount;
    private final int[] numbers;
    private final ISOBitMap bitmap;
    private final int bitmapAt;
    private long presentTo63;
    private long presentFrom64;
    /** The ends in the message read last, which the next one mostly shares. Replaced, never changed. */
    private volatile int[] ends;
    /** Threads that race for it read equal texts. */
    private String mti;

    /**
     * The shape of a message that was read.
     *
     * @param head its MTI and its bitmap, byte for byte
     * @param headCount how many of its elements these are: 0 to 2
     * @param numbers its elements, 0 for the MTI and {@link #BITMAP_KEY} for the bitmap
     * @param bitmap null if the packager has none, or if it could not be read
     * @param ends where each of them ends
     */
    public MessageShape(byte[] head, int headCount, int[] numbers, ISOBitMap bitmap, int[] ends) {
        this.head = head;
        this.headCount = headCount;
        this.numbers = numbers;
        this.bitmap = bitmap;
        this.ends = ends;
        int at = 0;
        while (at < numbers.length && numbers[at] != BITMAP_KEY) {
            at++;
        }
        this.bitmapAt = at;
        for (int number : numbers) {
            if (number >= 0 && number < Long.SIZE) {
                presentTo63 |= 1L << number;
            } else if (number >= Long.SIZE && number < BITS_END) {
                presentFrom64 |= 1L << number;
            }
        }
    }

    /** Whether the message that begins at an offset has this shape. */
    boolean isOf(byte[] bytes, int start) {
        int end = start + head.length;
        return end <= bytes.length && Arrays.equals(bytes, start, end, head, 0, head.length);
    }

    /** The bytes of MTI and bitmap; not to be changed. */
    byte[] head() {
        return head;
    }

    /**
     * Where the elements end, by their layouts alone, in a message of this shape that begins at an offset.
     *
     * @return null if the layouts do not tell, or if the message cannot be read
     */
    public int[] endsIn(byte[] bytes, int start, IsoPackager packager) {
        int[] usual = ends;
        int[] found = usual;
        int position = start + head.length;
        for (int at = headCount; at < numbers.length; at++) {
            int extent = packager.extent(numbers[at], bytes, position);
            if (extent == FieldLayout.UNTOLD) {
                return null;
            }
            position += extent;
            if (found == usual && usual[at] != position) {
                found = usual.clone();
            }
            if (found != usual) {
                found[at] = position;
            }
        }
        if (found != usual) {
            ends = found;
        }
        return found;
    }

    int count() {
        return numbers.length;
    }

    /** By place; {@link #BITMAP_KEY} for the bitmap. */
    int number(int at) {
        return numbers[at];
    }

    /** The place of a data element among all elements; -1 if it is absent. */
    int indexOf(int element) {
        if (element < 0 || element >= BITS_END) {
            return searchedIndexOf(element);
        }
        boolean isLow = element < Long.SIZE;
        long word = isLow ? presentTo63 : presentFrom64;
        if ((word >>> element & 1) == 0) {
            return -1;
        }
        int before = Long.bitCount(word & (1L << element) - 1) + (isLow ? 0 : Long.bitCount(presentTo63));
        return before >= bitmapAt ? before + 1 : before;
    }

    private int searchedIndexOf(int element) {
        for (int at = 0; at < numbers.length; at++) {
            if (numbers[at] == element) {
                return at;
            }
        }
        return -1;
    }

    /** A new copy of the bitmap as jPOS represents it, since jPOS's can be changed. */
    ISOBitMap bitmap() {
        try {
            ISOBitMap copy = new ISOBitMap(BITMAP_KEY);
            copy.setValue(((BitSet) bitmap.getValue()).clone());
            return copy;
        } catch (ISOException e) {
            throw new IllegalStateException("the bitmap was readable", e);
        }
    }

    /** Whether the element at a place is the same in all of these messages. */
    boolean isInHead(int at) {
        return at < headCount;
    }

    /** The MTI, read from a message of this shape. */
    String mti(IsoPackager packager, byte[] bytes, int start) {
        String known = mti;
        if (known == null) {
            known = ElementIndex.text(packager, 0, bytes, start);
            mti = known;
        }
        return known;
    }
}
