package io.github.isostress.message.template;

import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.TextForm;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayList;
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

/** The elements that a template's lines give: those that cannot change, packed, and the living ones. Thread-safe. */
final class TemplateElements {
    private static final int BITMAP = 1;
    private static final String[] NO_VALUES = {};
    private static final VariableElement[] NO_ELEMENTS = {};
    private static final String ANY_MTI = "0200";

    private final IsoPackager packager;
    private final CapturedMessage captured;
    private final LinePlace firstLine;
    private final LineValue[] livingSlots;
    /** Packed; null for one that is left out. */
    private final Map<Integer, byte[]> constants = new TreeMap<>();

    private final VariableElement[] living;
    /** Those that are given part by part, be they constant or living. */
    private final List<PackedElement> composites = new ArrayList<>();
    /** Where each element is first spoken of. */
    private final Map<Integer, LinePlace> lines = new TreeMap<>();

    private int packedCount;
    private int leastBitmaps;

    /**
     * Compiles lines.
     *
     * @param given has at least one line
     * @param captured what the message starts from
     * @param problems takes what is wrong; after that the elements are of no use
     */
    TemplateElements(
            EffectiveLines given,
            CapturedMessage captured,
            IsoPackager packager,
            Expression.Compiler expressions,
            TemplateProblems problems) {
        this.packager = packager;
        this.captured = captured;
        this.firstLine = given.first();
        List<LineValue> slots = slots(given.lines(), packager, expressions, problems);
        this.livingSlots = slots.stream().filter(slot -> !slot.isConstant()).toArray(LineValue[]::new);
        ContentCompiler compiler = new ContentCompiler(packager.name(), problems);
        this.living = slots.stream()
                .collect(Collectors.groupingBy(slot -> slot.line().path().element(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(element -> compile(element.getKey(), element.getValue(), compiler, problems).stream())
                .toArray(VariableElement[]::new);
        requireMti(given.lines(), problems);
    }

    private static List<LineValue> slots(
            List<TemplateLine> lines,
            IsoPackager packager,
            Expression.Compiler expressions,
            TemplateProblems problems) {
        List<LineValue> slots = new ArrayList<>();
        int living = 0;
        for (TemplateLine line : lines) {
            Optional<LineValue> slot =
                    LineValue.compile(living, line, packager.masking().of(line.path()), expressions, problems);
            slot.ifPresent(slots::add);
            living += slot.isEmpty() || slot.get().isConstant() ? 0 : 1;
        }
        return slots;
    }

    /** The element if it is living; otherwise it is packed. */
    private Optional<VariableElement> compile(
            int number, List<LineValue> slots, ContentCompiler compiler, TemplateProblems problems) {
        if (!packager.defines(number)) {
            String rule = "packager " + packager.name() + " defines no element " + number;
            slots.forEach(slot -> problems.add(slot.line(), rule));
            return Optional.empty();
        }
        if (number == BITMAP && packager.hasBitmap()) {
            problems.attempt(() -> BitmapLine.leastBitmaps(slots, packager)).ifPresent(count -> leastBitmaps = count);
            return Optional.empty();
        }
        lines.put(number, slots.get(0).line().place());
        int before = problems.count();
        ElementFormat format = ElementFormat.ofElement(number, packager.getFieldPackager(number));
        ElementContent content = compiler.compile(format, 0, slots);
        content.checkConstants(problems);
        PackedElement element = new PackedElement(format, content, slots.get(0).line(), packedCount);
        if (content instanceof CompositeContent) {
            composites.add(element);
        }
        if (!content.isConstant() || captured.isLiving()) {
            return Optional.of(written(element));
        }
        if (problems.count() == before) {
            problems.check(() -> constants.put(number, element.pack(NO_VALUES, captured.message())));
        }
        return Optional.empty();
    }

    /** The element written in place if that can be done, else itself. The MTI has a rule of its own. */
    private VariableElement written(PackedElement element) {
        Optional<TextForm> form = element.content() instanceof WholeContent && element.number() > 0
                ? element.format().textForm()
                : Optional.empty();
        if (form.isEmpty()) {
            packedCount++;
            return element;
        }
        return new InPlaceElement(((WholeContent) element.content()).slot(), element.format(), form.get());
    }

    private void requireMti(List<TemplateLine> lines, TemplateProblems problems) {
        boolean hasMti = !captured.isNone()
                || lines.stream().anyMatch(line -> line.path().element() == 0);
        if (packager.hasMti() && !hasMti) {
            problems.add(
                    TemplateProblem.ofTemplate(firstLine, "the template has no MTI: begin with a line such as 0 0200"));
        }
    }

    /**
     * Gives the living elements what they need for one message.
     *
     * @throws IllegalArgumentException naming the line, the element and the rule that is broken
     */
    FilledMessage filled() {
        DecodedMessage start = captured.message();
        String[] values = new String[livingSlots.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = livingSlots[i].evaluate();
        }
        FilledMessage message = new FilledMessage(start, values, packedCount);
        for (VariableElement element : living) {
            element.prepare(message);
        }
        return message;
    }

    /** Which of the first 64 living elements a message has, a bit for each. */
    long presence(FilledMessage message) {
        return MessageLayout.presence(living, message);
    }

    /** Joins the elements of one message. */
    MessageAssembler assembler(FilledMessage message) {
        MessageAssembler assembler = new MessageAssembler(packager, living, leastBitmaps);
        start(assembler, message.captured());
        for (VariableElement element : living) {
            assembler.set(element, element.isPresent(message));
        }
        return assembler;
    }

    private void start(MessageAssembler assembler, DecodedMessage start) {
        if (start != null) {
            assembler.start(start);
        }
        constants.forEach(assembler::set);
    }

    /**
     * Reads back the first message of a layout.
     *
     * @return the layout, which knows then in which shape its messages are read
     * @throws BrokenRule if something else comes back
     */
    MessageLayout readBack(MessageLayout layout, FilledMessage message) {
        byte[] bytes = layout.bytes(message);
        expected(layout, message).problem(bytes).ifPresent(problem -> {
            throw new BrokenRule(problem);
        });
        return layout.readBack(bytes, packager);
    }

    private ReadBack expected(MessageLayout layout, FilledMessage message) {
        List<ElementRange> ranges = layout.ranges(message);
        Set<Integer> present = ranges.stream().map(ElementRange::element).collect(Collectors.toSet());
        Map<Integer, ISOMsg> parts = new TreeMap<>();
        for (PackedElement element : composites) {
            if (present.contains(element.number()) && parts(element, message) instanceof ISOMsg given) {
                parts.put(element.number(), given);
            }
        }
        return new ReadBack(packager, ranges, parts, this::problem);
    }

    private static ISOComponent parts(PackedElement element, FilledMessage message) {
        try {
            return element.component(message.values(), message.captured());
        } catch (ISOException e) {
            throw new IllegalStateException("the element was packed before", e);
        }
    }

    private TemplateProblem problem(int element, String rule) {
        LinePlace first =
                captured.isNone() ? firstLine : captured.hex().firstLine().place();
        return TemplateProblem.ofElement(lines.getOrDefault(element, first), element, rule);
    }

    /** Reads back what is known already: a message of the constant elements alone. */
    void checkConstants(TemplateProblems problems) {
        if (packager.headerLength() > 0 && captured.isNone()) {
            problems.add(TemplateProblem.ofTemplate(firstLine, withoutHeader()));
        } else if (!captured.isLiving() && (packager.hasBitmap() || living.length == 0)) {
            constantsReadBack().ifPresent(problems::add);
        }
    }

    private Optional<TemplateProblem> constantsReadBack() {
        MessageAssembler assembler = new MessageAssembler(packager, NO_ELEMENTS, leastBitmaps);
        start(assembler, captured.message());
        for (VariableElement element : living) {
            assembler.set(element.number(), element.number() == 0 ? anyMti() : null);
        }
        if (assembler.elements().isEmpty()) {
            return Optional.empty();
        }
        FilledMessage nothing = new FilledMessage(captured.message(), new String[livingSlots.length], packedCount);
        MessageLayout layout = assembler.layout();
        byte[] message = layout.bytes(nothing);
        ReadBack expected = expected(layout, nothing);
        return living.length == 0 ? expected.problem(message) : expected.problemOfPart(message);
    }

    /** Stands for one that is not known yet. */
    private byte[] anyMti() {
        return ElementFormat.ofElement(0, packager.getFieldPackager(0)).pack(new ISOField(0, ANY_MTI));
    }

    private String withoutHeader() {
        return "packager " + packager.name() + " reads a header of " + packager.headerLength()
                + " bytes in front of the MTI (headerLength), and a template without hex has none: begin with a captured"
                + " message in a hex line, its header in front, or remove headerLength from the packager and have the"
                + " framing send the header (header=)";
    }

    /** Whether messages with the same elements have the same layout. */
    boolean layoutsLast() {
        return !captured.isLiving();
    }
}
