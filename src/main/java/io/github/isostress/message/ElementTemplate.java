package io.github.isostress.message;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;

/**
 * A message given element by element, or a captured one with some of its elements replaced. Elements that cannot
 * change are packed once; a slot packs its element with the packager's own field packager each time.
 */
final class ElementTemplate implements MessageTemplate {
    private static final Pattern MTI = Pattern.compile("\\d{4}");
    private static final byte[] LEFT_OUT = {};

    private final IsoPackager packager;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final CapturedHex capturedHex;
    private final DecodedMessage constantCapture;

    /** An element of the template; {@code constant} is its packed form if that never changes, else null. */
    private record Element(ElementFormat format, ElementContent content, byte[] constant) {}

    /**
     * Compiles a template.
     *
     * @param lines at least one
     * @param capturedHex what the message starts from, or null
     * @param refusals takes what is wrong; after that the template is of no use
     */
    ElementTemplate(
            List<TemplateLine> lines,
            CapturedHex capturedHex,
            IsoPackager packager,
            Expression.Compiler expressions,
            Refusals refusals) {
        this.packager = packager;
        this.capturedHex = capturedHex;
        this.constantCapture = capturedHex == null || capturedHex.constant() == null
                ? null
                : refusals.give(this::capture).orElse(null);
        for (TemplateLine line : lines) {
            refusals.give(() -> Slot.compile(slots.size(), line, expressions)).ifPresent(slots::add);
        }
        compileElements(refusals);
        requireMti(lines, refusals);
    }

    private void compileElements(Refusals refusals) {
        ContentCompiler compiler = new ContentCompiler(packager.name(), refusals);
        TreeMap<Integer, List<Slot>> byElement = slots.stream()
                .collect(
                        Collectors.groupingBy(slot -> slot.line().path().element(), TreeMap::new, Collectors.toList()));
        byElement.forEach((number, lines) -> {
            if (packager.defines(number)) {
                ElementFormat format = new ElementFormat(number, packager.getFieldPackager(number));
                elements.add(compiled(format, compiler, lines, refusals));
            } else {
                String rule = "packager " + packager.name() + " defines no element " + number;
                lines.forEach(slot -> refusals.add(LineRefusal.of(slot.line(), rule)));
            }
        });
    }

    private Element compiled(ElementFormat format, ContentCompiler compiler, List<Slot> lines, Refusals refusals) {
        int before = refusals.count();
        ElementContent content = compiler.compile(format, 0, lines);
        content.checkConstants(refusals);
        Element element = new Element(format, content, null);
        boolean changes = !content.isConstant() || capturedHex != null && constantCapture == null;
        if (changes || refusals.count() > before) {
            return element;
        }
        String[] values = slots.stream()
                .map(slot -> lines.contains(slot) ? slot.evaluate() : null)
                .toArray(String[]::new);
        return new Element(
                format,
                content,
                refusals.give(() -> pack(element, values, constantCapture)).orElse(null));
    }

    private void requireMti(List<TemplateLine> lines, Refusals refusals) {
        boolean hasMti = capturedHex != null
                || lines.stream().anyMatch(line -> line.path().element() == 0);
        if (packager.hasMti() && !hasMti) {
            refusals.add(LineRefusal.ofTemplate(
                    lines.get(0).number(), "the template has no MTI: begin with a line such as 0 0200"));
        }
    }

    @Override
    public byte[] fill() throws FailureException {
        try {
            DecodedMessage captured = constantCapture != null || capturedHex == null ? constantCapture : capture();
            String[] values = new String[slots.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = slots.get(i).evaluate();
            }
            return assemble(captured, values);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }

    private byte[] assemble(DecodedMessage captured, String[] values) {
        MessageAssembler assembler = new MessageAssembler(packager);
        if (captured != null) {
            assembler.start(captured);
        }
        for (Element element : elements) {
            byte[] packed = element.constant() != null ? element.constant() : pack(element, values, captured);
            assembler.set(element.format().number(), packed == LEFT_OUT ? null : packed);
        }
        return assembler.message();
    }

    private DecodedMessage capture() {
        DecodedMessage message;
        try {
            message = new MessageDecoder(packager).decode(capturedHex.bytes());
        } catch (FailureException e) {
            throw LineRefusal.of(capturedHex.firstLine(), e.getMessage(), e);
        }
        if (message.trailingBytes() > 0) {
            throw LineRefusal.of(
                    capturedHex.firstLine(),
                    message.trailingBytes() + " bytes follow the last element; is " + packager.name()
                            + " the right packager?");
        }
        return message;
    }

    /** The packed element, {@link #LEFT_OUT} if its value came out empty. */
    private byte[] pack(Element element, String[] values, DecodedMessage captured) {
        int number = element.format().number();
        try {
            ISOComponent before = captured == null ? null : captured.fields().getComponent(number);
            ISOComponent component = element.content().component(values, before);
            if (number == 0) {
                checkMti(component);
            }
            return component == null ? LEFT_OUT : packed(element.format(), component);
        } catch (LineRefusal e) {
            throw e;
        } catch (ISOException | RuntimeException e) {
            throw LineRefusal.of(line(number), "its value cannot be packed", e);
        }
    }

    private byte[] packed(ElementFormat format, ISOComponent component) {
        try {
            return format.pack(component);
        } catch (IllegalArgumentException e) {
            throw LineRefusal.of(line(format.number()), e.getMessage(), e);
        }
    }

    private void checkMti(ISOComponent component) throws ISOException {
        if (component == null
                || !MTI.matcher(String.valueOf(component.getValue())).matches()) {
            throw LineRefusal.of(line(0), "the MTI must have four digits");
        }
    }

    private TemplateLine line(int number) {
        return slots.stream()
                .filter(slot -> slot.line().path().element() == number)
                .findFirst()
                .orElseThrow()
                .line();
    }
}
