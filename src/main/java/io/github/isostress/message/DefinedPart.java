package io.github.isostress.message;

import io.github.isostress.message.codec.ElementNotation;
import io.github.isostress.message.codec.PartFormat;
import io.github.isostress.message.codec.SubPackager;
import io.github.isostress.vocabulary.EmvTags;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/**
 * A data element, or a part of one, as a packager defines it.
 *
 * @param path as a template's line begins, such as {@code 48}, {@code 48.1} or {@code 48.0023}
 * @param name the packager's name for it as one line; empty if it gives none
 * @param format in the standard's notation, such as {@code n 12}, {@code an..25}, {@code b 8}; empty for a tag of EMV
 */
public record DefinedPart(String path, String name, String format) {
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
        for (PartFormat part : numberedOrTagged(whole).map(SubPackager::listed).orElse(List.of())) {
            ISOFieldPackager packager = part.packager();
            if (packager.getLength() > 0) {
                String own = path + "." + part.step();
                String format = new ElementNotation(part.number(), packager).text();
                all.add(new DefinedPart(own, described(packager), format));
                addParts(all, own, packager);
            }
        }
    }

    /** The inner packager of an element that has parts of its own definition; empty for BER-TLV data objects. */
    private static Optional<SubPackager> numberedOrTagged(ISOFieldPackager whole) {
        return SubPackager.of(whole).filter(inner -> !(inner.parts() instanceof BERTLVPackager));
    }

    private static String described(ISOFieldPackager packager) {
        return Printable.oneLine(StringUtils.defaultString(packager.getDescription()));
    }

    /** The tags that EMV names, of each element of a packager that may hold them; each without a format. */
    public static List<DefinedPart> tagsOf(IsoPackager packager) {
        return DefinedElement.allOf(packager).stream()
                .map(DefinedElement::number)
                .filter(packager::mayHoldDataObjects)
                .flatMap(element -> EmvTags.named().stream()
                        .sorted()
                        .map(tag -> new DefinedPart(
                                element + "." + tag, EmvTags.name(tag).orElse(""), "")))
                .toList();
    }

    /**
     * What the packager calls the element or the part of that path. A tag of BER-TLV data objects has the name that EMV
     * gives it.
     *
     * @return empty if there is no name
     */
    public static String nameOf(IsoPackager packager, ElementPath path) {
        if (!packager.defines(path.element())) {
            return "";
        }
        ISOFieldPackager whole = packager.getFieldPackager(path.element());
        Iterator<String> steps = path.parts().iterator();
        while (steps.hasNext()) {
            Optional<SubPackager> inner = numberedOrTagged(whole);
            String step = steps.next();
            if (inner.isEmpty()) {
                return EmvTags.name(path.parts().get(path.parts().size() - 1)).orElse("");
            }
            Optional<PartFormat> part = inner.get().find(step);
            if (part.isEmpty()) {
                return "";
            }
            whole = part.get().packager();
        }
        return described(whole);
    }
}
