package io.github.isostress.message.template;

import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.value.LinePlace;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOMsg;

/**
 * Has a template's messages read back by its packager. Immutable and thread-safe.
 *
 * @param composites the elements that are given part by part, whether they change or not
 * @param lines where each element is first named
 * @param first the line to name for another element
 */
record TemplateReadBack(
        TemplateElements elements, List<PackedElement> composites, Map<Integer, LinePlace> lines, LinePlace first) {
    private static final String ANY_MTI = "0200";

    /**
     * Reads back the first message of a layout.
     *
     * @return the layout, which knows then in which shape its messages are read
     * @throws BrokenRule if something else comes back
     */
    MessageLayout checked(MessageLayout layout, FilledMessage message) {
        byte[] bytes = layout.bytes(message);
        expected(layout, message).problem(bytes).ifPresent(problem -> {
            throw new BrokenRule(problem);
        });
        return layout.readBack(bytes, elements.packager());
    }

    private ReadBack expected(MessageLayout layout, FilledMessage message) {
        List<ElementRange> ranges = layout.ranges(message);
        Set<Integer> present = ranges.stream().map(ElementRange::element).collect(Collectors.toSet());
        Map<Integer, ISOMsg> parts = new TreeMap<>();
        for (PackedElement element : composites) {
            if (present.contains(element.number()) && component(element, message) instanceof ISOMsg given) {
                parts.put(element.number(), given);
            }
        }
        return new ReadBack(elements.packager(), ranges, parts, this::problem);
    }

    private static ISOComponent component(PackedElement element, FilledMessage message) {
        try {
            return element.component(message.values(), message.captured());
        } catch (ISOException e) {
            throw new IllegalStateException("the element was packed before", e);
        }
    }

    private TemplateProblem problem(int element, String rule) {
        CapturedMessage captured = elements.captured();
        LinePlace other = captured.isNone() ? first : captured.hex().firstLine().place();
        return TemplateProblem.ofElement(lines.getOrDefault(element, other), element, rule);
    }

    /** What is wrong with a message of the elements that never change, as far as they alone show it. */
    Optional<TemplateProblem> problemOfConstants() {
        IsoPackager packager = elements.packager();
        if (packager.headerLength() > 0 && elements.captured().isNone()) {
            return Optional.of(TemplateProblem.ofTemplate(first, withoutHeader(packager)));
        }
        boolean isWhole = elements.variables().length == 0;
        if (elements.captured().changes() || !packager.hasBitmap() && !isWhole) {
            return Optional.empty();
        }
        DecodedMessage captured = elements.captured().message();
        MessageAssembler assembler = elements.withConstants(captured);
        for (VariableElement element : elements.variables()) {
            assembler.set(element.number(), element.number() == 0 ? anyMti() : null);
        }
        if (assembler.elements().isEmpty()) {
            return Optional.empty();
        }
        FilledMessage nothing =
                new FilledMessage(captured, new String[elements.valueCount()], elements.packedCount(), null);
        MessageLayout layout = assembler.layout();
        byte[] bytes = layout.bytes(nothing);
        ReadBack expected = expected(layout, nothing);
        return isWhole ? expected.problem(bytes) : expected.problemOfPart(bytes);
    }

    /** Stands for one that is not known yet. */
    private byte[] anyMti() {
        return ElementFormat.ofElement(0, elements.packager().getFieldPackager(0))
                .pack(new ISOField(0, ANY_MTI));
    }

    private static String withoutHeader(IsoPackager packager) {
        return "packager " + packager.name() + " reads a header of " + Plural.of(packager.headerLength(), "byte")
                + " in front of the MTI (headerLength), and a template without hex has none: begin with a captured"
                + " message in a hex line, its header in front, or remove headerLength from the packager and have the"
                + " framing send the header (header=)";
    }
}
