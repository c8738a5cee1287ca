package io.github.isostress.message;

import io.github.isostress.message.codec.ElementNotation;
import java.util.List;
import java.util.stream.IntStream;
import org.jpos.iso.IF_NOP;
import org.jpos.iso.IF_UNUSED;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOFieldPackager;

/**
 * A data element as a packager defines it.
 *
 * @param number the data element's number; 0 for the MTI
 * @param name the packager's name for it; empty if it gives none
 * @param format in the standard's notation, such as {@code n 12}, {@code an..25}, {@code b 8}; parts are named, too
 */
public record DefinedElement(int number, String name, String format) {
    /** All data elements of a packager in the order of their numbers, without the bitmap. */
    public static List<DefinedElement> allOf(IsoPackager packager) {
        return IntStream.rangeClosed(0, packager.highestElement())
                .filter(element -> holdsValue(packager, element))
                .mapToObj(element -> of(packager, element))
                .toList();
    }

    private static DefinedElement of(IsoPackager packager, int element) {
        String format = new ElementNotation(element, packager.getFieldPackager(element)).text();
        return new DefinedElement(element, packager.elementName(element), format);
    }

    private static boolean holdsValue(IsoPackager packager, int element) {
        ISOFieldPackager field = packager.getFieldPackager(element);
        return packager.defines(element)
                && !(field instanceof ISOBitMapPackager)
                && !(field instanceof IF_NOP)
                && !(field instanceof IF_UNUSED)
                && (element > 0 || packager.hasMti());
    }
}
