package io.github.isostress.message;

import io.github.isostress.message.codec.ElementFormat;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jpos.iso.ISOFieldPackager;

/** Tables of a packager's elements, worked out once, and how its bitmaps are written. Thread-safe. */
final class ElementDefinitions {
    private final String[] labels;
    private final String[] headings;
    private final ElementFormat[] formats;
    private final ElementReaders readers;
    private final BitmapForm bitmapForm;
    private final BitmapForm thirdBitmapForm;
    private final ShapeCache shapes = new ShapeCache();

    /**
     * Works it out.
     *
     * @param fields the packager's, by number, with null where no element is defined
     */
    ElementDefinitions(IsoPackager packager, ISOFieldPackager[] fields) {
        this.labels = new String[fields.length];
        Arrays.setAll(labels, element -> "DE " + element);
        this.headings = new String[fields.length];
        Arrays.setAll(headings, element -> Printable.oneLine(packager.elementName(element)));
        this.formats = IntStream.range(0, fields.length)
                .mapToObj(element -> fields[element] == null ? null : ElementFormat.ofElement(element, fields[element]))
                .toArray(ElementFormat[]::new);
        this.readers = new ElementReaders(fields, packager.bitmapPackager());
        this.bitmapForm = packager.hasBitmap() ? new BitmapForm(packager.bitmapPackager()) : null;
        this.thirdBitmapForm =
                packager.carriesThirdBitmapInElement() ? new BitmapForm(fields[packager.getThirdBitmapField()]) : null;
    }

    /** An element's number in words, such as {@code DE 48}. */
    String label(int element) {
        return labels[element];
    }

    /** The packager's name of an element as one line; empty if it gives none. */
    String heading(int element) {
        return headings[element];
    }

    /** What an element's definition allows; null if there is none. */
    ElementFormat format(int element) {
        return formats[element];
    }

    /** What reads the elements. */
    ElementReaders readers() {
        return readers;
    }

    /** How the bitmap is written; null if there is none. */
    BitmapForm bitmapForm() {
        return bitmapForm;
    }

    /** How the third bitmap is written that a data element carries; null if none does. */
    BitmapForm thirdBitmapForm() {
        return thirdBitmapForm;
    }

    /** The shapes of the messages that were read. */
    ShapeCache shapes() {
        return shapes;
    }
}
