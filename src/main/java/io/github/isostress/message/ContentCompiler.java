package io.github.isostress.message;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.packager.bertlv.BERTLVBinaryPackager;

/** Finds out, from the packager, what the lines of one element mean together. */
final class ContentCompiler {
    private final String packagerName;

    ContentCompiler(String packagerName) {
        this.packagerName = packagerName;
    }

    /**
     * Compiles an element or, below the first level, a sub-element.
     *
     * @param format the element's format
     * @param level how many steps of a path lead to this element: 0 for a data element
     * @param slots the lines that set the element or parts of it, at least one
     * @throws IllegalArgumentException naming the line, the element and the rule that is broken
     */
    ElementContent compile(ElementFormat format, int level, List<Slot> slots) {
        Slot whole = slots.stream()
                .filter(slot -> slot.line().path().parts().size() == level)
                .findFirst()
                .orElse(null);
        if (whole != null) {
            refuseParts(whole, slots);
            return new WholeContent(whole, format, level > 0);
        }
        if (!(format.packager() instanceof ISOMsgFieldPackager composite)) {
            return new TlvContent(format, slots);
        }
        if (composite.getISOMsgPackager() instanceof BERTLVBinaryPackager) {
            return new TlvContent(format, slots);
        }
        return numbered(format, composite, level, slots);
    }

    private static void refuseParts(Slot whole, List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot != whole) {
                throw new IllegalArgumentException(slot.line().place() + ": element "
                        + whole.line().path() + " is already set as a whole in line "
                        + whole.line().number());
            }
        }
    }

    private CompositeContent numbered(
            ElementFormat format, ISOMsgFieldPackager composite, int level, List<Slot> slots) {
        TreeMap<Integer, List<Slot>> byNumber = slots.stream()
                .collect(Collectors.groupingBy(slot -> number(slot, level), TreeMap::new, Collectors.toList()));
        SortedMap<Integer, ElementContent> parts = new TreeMap<>();
        byNumber.forEach((number, lines) -> {
            ElementFormat part = new ElementFormat(number, subPackager(composite, number, lines.get(0)));
            parts.put(number, compile(part, level + 1, new ArrayList<>(lines)));
        });
        return new CompositeContent(format, parts);
    }

    private static int number(Slot slot, int level) {
        String part = slot.line().path().parts().get(level);
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(slot.line().place() + ": " + part + " is no sub-element number", e);
        }
    }

    private ISOFieldPackager subPackager(ISOMsgFieldPackager composite, int number, Slot slot) {
        ISOFieldPackager packager =
                composite.getISOMsgPackager() instanceof ISOBasePackager inner ? inner.getFieldPackager(number) : null;
        if (packager == null) {
            throw new IllegalArgumentException(
                    slot.line().place() + ": packager " + packagerName + " has no such sub-element");
        }
        return packager;
    }
}
