package io.github.isostress.message;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;

/** Finds out, from the packager, what the lines of one element mean together. For one template. */
final class ContentCompiler {
    private final String packagerName;
    private final Refusals refusals;

    /** Refused lines go to {@code refusals} and are left out. */
    ContentCompiler(String packagerName, Refusals refusals) {
        this.packagerName = packagerName;
        this.refusals = refusals;
    }

    /**
     * Compiles an element or, below the first level, a sub-element.
     *
     * @param format the element's format
     * @param level how many steps of a path lead to this element: 0 for a data element
     * @param slots the lines that set the element or parts of it, at least one
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
            return new TlvContent(format, level, slots, refusals);
        }
        if (ObjectsAsBytesPackager.holdsDataObjects(composite)) {
            return new TlvContent(format, level, slots, refusals);
        }
        return numbered(format, composite, level, slots);
    }

    private void refuseParts(Slot whole, List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot != whole) {
                refusals.add(LineRefusal.of(
                        slot.line(),
                        "element " + whole.line().path() + " is already set as a whole in line "
                                + whole.line().number()));
            }
        }
    }

    private CompositeContent numbered(
            ElementFormat format, ISOMsgFieldPackager composite, int level, List<Slot> slots) {
        SortedMap<Integer, List<Slot>> byNumber = new TreeMap<>();
        for (Slot slot : slots) {
            refusals.give(() -> partNumber(composite, slot, level))
                    .ifPresent(number -> byNumber.computeIfAbsent(number, none -> new ArrayList<>())
                            .add(slot));
        }
        SortedMap<Integer, ElementContent> parts = new TreeMap<>();
        byNumber.forEach((number, lines) -> {
            ElementFormat part = ElementFormat.ofPart(number, subPackager(composite, number));
            parts.put(number, compile(part, level + 1, lines));
        });
        return new CompositeContent(format, parts);
    }

    private int partNumber(ISOMsgFieldPackager composite, Slot slot, int level) {
        String part = slot.line().path().parts().get(level);
        int number;
        try {
            number = Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw LineRefusal.of(slot.line(), part + " is no sub-element number", e);
        }
        if (subPackager(composite, number) == null) {
            throw LineRefusal.of(slot.line(), "packager " + packagerName + " has no such sub-element");
        }
        return number;
    }

    private static ISOFieldPackager subPackager(ISOMsgFieldPackager composite, int number) {
        return composite.getISOMsgPackager() instanceof ISOBasePackager inner ? inner.getFieldPackager(number) : null;
    }
}
