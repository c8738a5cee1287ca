package io.github.isostress.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The elements that a template's lines give: those that cannot change, packed, and the living ones. Thread-safe. */
final class TemplateElements {
    private static final int BITMAP = 1;
    private static final String[] NO_VALUES = {};

    private final IsoPackager packager;
    private final CapturedMessage captured;
    private final Slot[] livingSlots;
    /** Packed; null for one that is left out. */
    private final Map<Integer, byte[]> constants = new TreeMap<>();

    private final LivingElement[] living;
    private int packedCount;
    private int leastBitmaps;

    /**
     * Compiles lines.
     *
     * @param lines at least one
     * @param captured what the message starts from
     * @param refusals takes what is wrong; after that the elements are of no use
     */
    TemplateElements(
            List<TemplateLine> lines,
            CapturedMessage captured,
            IsoPackager packager,
            Expression.Compiler expressions,
            Refusals refusals) {
        this.packager = packager;
        this.captured = captured;
        List<Slot> slots = slots(lines, packager, expressions, refusals);
        this.livingSlots = slots.stream().filter(slot -> !slot.isConstant()).toArray(Slot[]::new);
        ContentCompiler compiler = new ContentCompiler(packager.name(), refusals);
        this.living = slots.stream()
                .collect(Collectors.groupingBy(slot -> slot.line().path().element(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(element -> compile(element.getKey(), element.getValue(), compiler, refusals).stream())
                .toArray(LivingElement[]::new);
        requireMti(lines, refusals);
    }

    private static List<Slot> slots(
            List<TemplateLine> lines, IsoPackager packager, Expression.Compiler expressions, Refusals refusals) {
        List<Slot> slots = new ArrayList<>();
        int living = 0;
        for (TemplateLine line : lines) {
            int place = living;
            Optional<Slot> slot =
                    refusals.give(() -> Slot.compile(place, line, packager.masking(line.path()), expressions));
            slot.ifPresent(slots::add);
            living += slot.isEmpty() || slot.get().isConstant() ? 0 : 1;
        }
        return slots;
    }

    /** The element if it is living; otherwise it is packed. */
    private Optional<LivingElement> compile(int number, List<Slot> slots, ContentCompiler compiler, Refusals refusals) {
        if (!packager.defines(number)) {
            String rule = "packager " + packager.name() + " defines no element " + number;
            slots.forEach(slot -> refusals.add(LineRefusal.of(slot.line(), rule)));
            return Optional.empty();
        }
        if (number == BITMAP && packager.hasBitmap()) {
            refusals.give(() -> BitmapLine.leastBitmaps(slots, packager)).ifPresent(count -> leastBitmaps = count);
            return Optional.empty();
        }
        int before = refusals.count();
        ElementFormat format = ElementFormat.ofElement(number, packager.getFieldPackager(number));
        ElementContent content = compiler.compile(format, 0, slots);
        content.checkConstants(refusals);
        PackedElement element = new PackedElement(format, content, slots.get(0).line(), packedCount);
        if (!content.isConstant() || captured.isLiving()) {
            return Optional.of(written(element));
        }
        if (refusals.count() == before) {
            refusals.attempt(() -> constants.put(number, element.pack(NO_VALUES, captured.message())));
        }
        return Optional.empty();
    }

    /** The element written in place if that can be done, else itself. The MTI has a rule of its own. */
    private LivingElement written(PackedElement element) {
        Optional<TextForm> form = element.content() instanceof WholeContent && element.number() > 0
                ? element.format().textForm()
                : Optional.empty();
        if (form.isEmpty()) {
            packedCount++;
            return element;
        }
        return new WrittenElement(((WholeContent) element.content()).slot(), element.format(), form.get());
    }

    private void requireMti(List<TemplateLine> lines, Refusals refusals) {
        boolean hasMti = !captured.isNone()
                || lines.stream().anyMatch(line -> line.path().element() == 0);
        if (packager.hasMti() && !hasMti) {
            refusals.add(LineRefusal.ofTemplate(
                    lines.get(0).number(), "the template has no MTI: begin with a line such as 0 0200"));
        }
    }

    /**
     * Gives the living elements what they need for one message.
     *
     * @throws IllegalArgumentException naming the line, the element and the rule that is broken
     */
    Filling filling() {
        DecodedMessage start = captured.message();
        String[] values = new String[livingSlots.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = livingSlots[i].evaluate();
        }
        Filling filling = new Filling(start, values, new byte[packedCount][]);
        for (LivingElement element : living) {
            element.prepare(filling);
        }
        return filling;
    }

    /** Which of the first 64 living elements a message has, a bit for each. */
    long presence(Filling filling) {
        return MessageLayout.presence(living, filling);
    }

    /**
     * The layout of a message with the same elements as this one.
     *
     * @throws IllegalArgumentException if it has none
     */
    MessageLayout layout(Filling filling) {
        MessageAssembler assembler = new MessageAssembler(packager, living, leastBitmaps);
        if (filling.captured() != null) {
            assembler.start(filling.captured());
        }
        constants.forEach(assembler::set);
        for (LivingElement element : living) {
            assembler.set(element, element.isPresent(filling));
        }
        return assembler.layout();
    }

    /** Whether messages with the same elements have the same layout. */
    boolean layoutsLast() {
        return !captured.isLiving();
    }
}
