package io.github.isostress.message;

import io.github.isostress.message.codec.ElementNotation;
import java.util.ArrayList;
import java.util.List;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/**
 * A data element, or a part of one, as a packager defines it.
 *
 * @param path as a template's line begins, such as {@code 48} or {@code 48.1}
 * @param name the packager's name for it as one line; empty if it gives none
 * @param format in the standard's notation, such as {@code n 12}, {@code an..25}, {@code b 8}
 */
public record DefinedPart(String path, String name, String format) {
    /** No list of sub-elements is longer; asking for one beyond its end gives none. */
    private static final int HIGHEST_SUB_ELEMENT = 1000;

    /** All data elements of a packager in the order of their numbers, each with its parts behind it. */
    public static List<DefinedPart> allOf(IsoPackager packager) {
        List<DefinedPart> all = new ArrayList<>();
        for (DefinedElement element : DefinedElement.allOf(packager)) {
            String path = String.valueOf(element.number());
            all.add(new DefinedPart(path, Printable.oneLine(element.name()), element.format()));
            addParts(all, path, packager.getFieldPackager(element.number()));
        }
        return all;
    }

    private static void addParts(List<DefinedPart> all, String path, ISOFieldPackager whole) {
        if (!(whole instanceof ISOMsgFieldPackager composite)
                || !(composite.getISOMsgPackager() instanceof ISOBasePackager inner)
                || inner instanceof BERTLVPackager) {
            return;
        }
        for (int number = 0; number <= HIGHEST_SUB_ELEMENT; number++) {
            ISOFieldPackager part = inner.getFieldPackager(number);
            if (part != null && !(part instanceof ISOBitMapPackager) && part.getLength() > 0) {
                String name = part.getDescription() == null ? "" : Printable.oneLine(part.getDescription());
                all.add(new DefinedPart(path + "." + number, name, new ElementNotation(number, part).text()));
                addParts(all, path + "." + number, part);
            }
        }
    }
}
