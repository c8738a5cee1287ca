package io.github.isostress.message;

import java.util.Map;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;

/**
 * Where each element of a message stands, in the order of the bytes. Elements whose length only reading can tell were
 * read by jPOS for that; the others are read when asked for. Thread-safe.
 */
public final class ElementIndex {
    private static final int BITMAP = 1;

    private final IsoPackager packager;
    private final byte[] bytes;
    private final int start;
    private final MessageShape shape;
    private final int[] ends;
    /** The elements that were read, by place; null if there are none. */
    private final ISOComponent[] read;
    /** By place; threads that race for a text read equal ones. */
    private String[] texts;

    /**
     * The elements of a message.
     *
     * @param start where the first of them begins
     * @param ends where each of them ends, by place
     * @param read what had to be read, by place, with null for all else; or null if there is nothing
     */
    public ElementIndex(
            IsoPackager packager, byte[] bytes, int start, MessageShape shape, int[] ends, ISOComponent[] read) {
        this.packager = packager;
        this.bytes = bytes;
        this.start = start;
        this.shape = shape;
        this.ends = ends;
        this.read = read;
    }

    public int count() {
        return shape.count();
    }

    /** The place of a data element among all elements; -1 if it is absent. */
    public int indexOf(int element) {
        return shape.indexOf(element);
    }

    /** 0 for the MTI, 1 for the bitmap, else the data element's number. */
    public int number(int at) {
        return isBitmap(at) ? BITMAP : shape.number(at);
    }

    public boolean isBitmap(int at) {
        return shape.number(at) == MessageShape.BITMAP_KEY;
    }

    public int start(int at) {
        return at == 0 ? start : ends[at - 1];
    }

    public int end(int at) {
        return ends[at];
    }

    public ElementRange range(int at) {
        return new ElementRange(number(at), start(at), end(at));
    }

    /** Whether the element is only a length and a value, so that equal bytes mean equal values. */
    public boolean isPlain(int at) {
        return !isBitmap(at) && (read == null || read[at] == null);
    }

    /** Whether it is neither the MTI nor the bitmap. */
    public boolean isDataElement(int at) {
        return shape.number(at) > BITMAP || shape.number(at) == BITMAP && !packager.hasBitmap();
    }

    /** Whether it is plain and its value is text. */
    public boolean isPlainText(int at) {
        return isPlain(at) && packager.isText(shape.number(at));
    }

    /** The value of a plain text element; null for any other. */
    public String text(int at) {
        if (!isPlainText(at)) {
            return null;
        }
        if (shape.isInHead(at)) {
            return shape.mti(packager, bytes, start);
        }
        String[] known = texts;
        if (known == null) {
            known = new String[count()];
            texts = known;
        }
        String text = known[at];
        if (text == null) {
            text = text(packager, shape.number(at), bytes, start(at));
            known[at] = text;
        }
        return text;
    }

    /** Reads a plain text element. */
    public static String text(IsoPackager packager, int element, byte[] bytes, int offset) {
        return (String) ((ISOField) unpacked(packager, element, bytes, offset)).getValue();
    }

    /** The element as jPOS reads it. */
    public ISOComponent component(int at) {
        if (isBitmap(at)) {
            return shape.bitmap();
        }
        return isPlain(at) ? unpacked(packager, shape.number(at), bytes, start(at)) : read[at];
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

    /** Puts all elements into a map as jPOS keeps a message's fields. */
    public void putInto(Map<Integer, Object> fields) {
        for (int at = 0; at < count(); at++) {
            ISOComponent component = component(at);
            fields.put(isBitmap(at) ? MessageShape.BITMAP_KEY : component.getFieldNumber(), component);
        }
    }
}
