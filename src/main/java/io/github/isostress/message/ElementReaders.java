package io.github.isostress.message;

import io.github.isostress.message.codec.CopyingPackager;
import io.github.isostress.message.codec.FieldLayout;
import io.github.isostress.message.codec.ObjectsAsBytesPackager;
import io.github.isostress.message.codec.WholeBitmapPackager;
import java.util.Arrays;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * Reads the elements of a packager's messages, or tells their extent without reading them. Immutable and thread-safe.
 */
final class ElementReaders {
    /** Null where there is no element. */
    private final ISOFieldPackager[] readers;
    /** Null where only reading tells the extent. */
    private final FieldLayout[] layouts;
    /** Null if there is no bitmap. */
    private final ISOFieldPackager bitmap;

    /**
     * The readers.
     *
     * @param fields by element, with null where there is none
     * @param bitmap null if there is none
     */
    ElementReaders(ISOFieldPackager[] fields, ISOFieldPackager bitmap) {
        this.readers = Arrays.stream(fields)
                .map(field -> field == null ? null : CopyingPackager.reading(whole(field)))
                .toArray(ISOFieldPackager[]::new);
        this.layouts = Arrays.stream(readers)
                .map(reader -> reader == null ? null : FieldLayout.of(reader).orElse(null))
                .toArray(FieldLayout[]::new);
        this.bitmap = bitmap == null ? null : CopyingPackager.reading(WholeBitmapPackager.before(bitmap));
    }

    private static ISOFieldPackager whole(ISOFieldPackager field) {
        return ObjectsAsBytesPackager.holdsDataObjects(field)
                ? ((ISOMsgFieldPackager) field).getISOFieldPackager()
                : field;
    }

    /** What reads an element; null if there is no such element. */
    ISOFieldPackager of(int element) {
        return element >= 0 && element < readers.length ? readers[element] : null;
    }

    /** What reads the bitmap. */
    ISOFieldPackager bitmap() {
        return bitmap;
    }

    /** As {@link IsoPackager#extent}. */
    int extent(int element, byte[] bytes, int at) {
        FieldLayout layout = element < layouts.length ? layouts[element] : null;
        return layout == null ? FieldLayout.UNTOLD : layout.extent(bytes, at);
    }

    /** Whether an element is text and only a length and a value. */
    boolean isText(int element) {
        return layouts[element] != null && layouts[element].isText();
    }
}
