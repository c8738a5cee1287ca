package io.github.isostress.message;

import io.github.isostress.message.DecodedMessage.ElementRange;
import java.util.Arrays;
import java.util.Map;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;

/**
 * The elements of a message in the order of its bytes: where each stands, and what jPOS read of those that had to be
 * read to know it. The others are read when they are asked for. Filled by one thread; then reading it is safe for many.
 */
final class FoundElements {
    /** Where jPOS keeps the bitmap among a message's fields. */
    private static final int BITMAP_KEY = -1;

    private static final int BITMAP = 1;
    private static final int USUAL_COUNT = 24;

    /** Presence is kept as bits up to here, as the first two bitmaps have it; above, places are searched for. */
    private static final int BITS_END = 128;

    private final IsoPackager packager;
    private final byte[] bytes;
    private int start;
    private int count;
    private int[] numbers = new int[USUAL_COUNT];
    private int[] ends = new int[USUAL_COUNT];
    private long presentTo63;
    private long presentFrom64;
    private ISOBitMap bitmap;
    private int bitmapAt;
    /** What was read, by place; null as long as there is nothing. */
    private ISOComponent[] read;
    /** By place; threads that race for one read the same. */
    private String[] texts;

    FoundElements(IsoPackager packager, byte[] bytes) {
        this.packager = packager;
        this.bytes = bytes;
    }

    /** Says where the first element begins. */
    void startAt(int offset) {
        start = offset;
    }

    /** Adds the element that ends here and can be read whenever it is asked for. */
    void add(int element, int end) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            read = read == null ? null : Arrays.copyOf(read, 2 * count);
        }
        numbers[count] = element;
        ends[count++] = end;
        if (element >= 0 && element < Long.SIZE) {
            presentTo63 |= 1L << element;
        } else if (element >= Long.SIZE && element < BITS_END) {
            presentFrom64 |= 1L << element;
        }
    }

    /** Adds the element that ends here and has been read. */
    void add(int element, int end, ISOComponent component) {
        add(element, end);
        if (read == null) {
            read = new ISOComponent[numbers.length];
        }
        read[count - 1] = component;
    }

    /** Adds the message's bitmap, which ends here. */
    void add(ISOBitMap component, int end) {
        bitmapAt = count;
        add(BITMAP_KEY, end);
        bitmap = component;
    }

    int count() {
        return count;
    }

    /** The place of a data element among them all, or -1 if there is none. */
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
        return bitmap != null && before >= bitmapAt ? before + 1 : before;
    }

    private int searchedIndexOf(int element) {
        for (int at = 0; at < count; at++) {
            if (numbers[at] == element) {
                return at;
            }
        }
        return -1;
    }

    /** 0 for the MTI, 1 for the bitmap, else the data element's number. */
    int number(int at) {
        return isBitmap(at) ? BITMAP : numbers[at];
    }

    boolean isBitmap(int at) {
        return numbers[at] == BITMAP_KEY;
    }

    int start(int at) {
        return at == 0 ? start : ends[at - 1];
    }

    int end(int at) {
        return ends[at];
    }

    ElementRange range(int at) {
        return new ElementRange(number(at), start(at), end(at));
    }

    /** Whether the element is only a length and a value, so that the same bytes always mean the same. */
    boolean isPlain(int at) {
        return !isBitmap(at) && (read == null || read[at] == null);
    }

    /** Whether it is neither the MTI nor the bitmap. */
    boolean isDataElement(int at) {
        return numbers[at] > BITMAP || numbers[at] == BITMAP && !packager.hasBitmap();
    }

    /** Whether it is plain and its value is text. */
    boolean isPlainText(int at) {
        return isPlain(at) && packager.isText(numbers[at]);
    }

    /** The value of a plain text element; null of any other. */
    String text(int at) {
        if (!isPlainText(at)) {
            return null;
        }
        String[] known = texts;
        if (known == null) {
            known = new String[count];
            texts = known;
        }
        String text = known[at];
        if (text == null) {
            text = text(packager, numbers[at], bytes, start(at));
            known[at] = text;
        }
        return text;
    }

    /** Reads a plain text element. */
    static String text(IsoPackager packager, int element, byte[] bytes, int offset) {
        return (String) ((ISOField) unpacked(packager, element, bytes, offset)).getValue();
    }

    /** What jPOS reads of the element. */
    ISOComponent component(int at) {
        if (isBitmap(at)) {
            return bitmap;
        }
        return isPlain(at) ? unpacked(packager, numbers[at], bytes, start(at)) : read[at];
    }

    private static ISOComponent unpacked(IsoPackager packager, int element, byte[] bytes, int offset) {
        ISOFieldPackager format = packager.reader(element);
        ISOComponent component = format.createComponent(element);
        try {
            format.unpack(component, bytes, offset);
            return component;
        } catch (ISOException e) {
            throw new IllegalStateException("element " + element + " was readable", e);
        }
    }

    /** Puts all of them where jPOS has a message's fields. */
    void putInto(Map<Integer, Object> fields) {
        for (int at = 0; at < count; at++) {
            ISOComponent component = component(at);
            fields.put(isBitmap(at) ? BITMAP_KEY : component.getFieldNumber(), component);
        }
    }
}
