package io.github.isostress.message.template;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.ObjectsAsBytesPackager;
import io.github.isostress.message.codec.PartFormat;
import io.github.isostress.message.codec.SubPackager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out, from the packager, what the lines of one element mean together. For one template. */
final class ContentCompiler {
    private final String packagerName;
    private final TemplateProblems problems;

    /** Lines that are wrong go to {@code problems} and are left out. */
    ContentCompiler(String packagerName, TemplateProblems problems) {
        this.packagerName = packagerName;
        this.problems = problems;
    }

    /**
     * Compiles an element or, below the first level, a sub-element.
     *
     * @param format the element's format
     * @param level how many steps of a path lead to this element: 0 for a data element
     * @param slots the lines that set the element or parts of it, at least one
     */
    ElementContent compile(ElementFormat format, int level, List<LineValue> slots) {
        LineValue whole = slots.stream()
                .filter(slot -> slot.line().path().parts().size() == level)
                .findFirst()
                .orElse(null);
        if (whole != null) {
            refuseParts(whole, slots);
            return new WholeContent(whole, format, level > 0);
        }
        Optional<SubPackager> parts = SubPackager.of(format.packager());
        return parts.isEmpty() || ObjectsAsBytesPackager.holdsDataObjects(format.packager())
                ? new TlvContent(format, level, slots, problems)
                : composite(format, parts.get(), level, slots);
    }

    private void refuseParts(LineValue whole, List<LineValue> slots) {
        for (LineValue slot : slots) {
            if (slot != whole) {
                problems.add(
                        slot.line(),
                        "element " + whole.line().path() + " is already set as a whole in "
                                + whole.line().place().inWords());
            }
        }
    }

    private CompositeContent composite(ElementFormat format, SubPackager packager, int level, List<LineValue> slots) {
        Map<String, PartFormat> places = new LinkedHashMap<>();
        Map<String, List<LineValue>> lines = new LinkedHashMap<>();
        for (LineValue slot : slots) {
            place(packager, slot, level).ifPresent(place -> {
                String name = place.isTagged() ? place.tag() : place.number() + ".";
                places.putIfAbsent(name, place);
                lines.computeIfAbsent(name, none -> new ArrayList<>()).add(slot);
            });
        }
        List<CompositeContent.Part> parts = new ArrayList<>();
        lines.forEach((name, ofPart) -> parts.add(part(places.get(name), level + 1, ofPart)));
        parts.sort(Comparator.comparingInt(part -> part.place().number()));
        return new CompositeContent(format, packager, parts);
    }

    private CompositeContent.Part part(PartFormat place, int level, List<LineValue> lines) {
        ElementFormat format = ElementFormat.ofPart(place.number(), place.packager());
        ElementContent content = compile(format, level, lines);
        return new CompositeContent.Part(
                place, format, content, lines.get(0).line().ofPart(level));
    }

    private Optional<PartFormat> place(SubPackager packager, LineValue slot, int level) {
        Optional<PartFormat> place = packager.find(slot.line().path().parts().get(level));
        if (place.isEmpty()) {
            problems.add(
                    slot.line(),
                    "packager " + packagerName + " has no sub-element "
                            + slot.line().ofPart(level + 1).path() + "; " + packager.known());
        }
        return place;
    }
}
