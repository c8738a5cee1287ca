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
    private final Slot capturedHex;
    private final DecodedMessage constantCapture;

    /** An element of the template; {@code constant} is its packed form if that never changes, else null. */
    private record Element(ElementFormat format, ElementContent content, byte[] constant) {}

    ElementTemplate(TemplateText text, IsoPackager packager, Expression.Compiler expressions) {
        this.packager = packager;
        this.capturedHex = text.hex() == null ? null : RawTemplate.hexSlot(text, expressions);
        this.constantCapture = capturedHex != null && capturedHex.isConstant() ? capture() : null;
        for (TemplateLine line : text.lines()) {
            slots.add(new Slot(slots.size(), line, expressions.compile(line.value())));
        }
        compileElements();
        requireMti();
    }

    private void compileElements() {
        ContentCompiler compiler = new ContentCompiler(packager.name());
        TreeMap<Integer, List<Slot>> byElement = slots.stream()
                .collect(
                        Collectors.groupingBy(slot -> slot.line().path().element(), TreeMap::new, Collectors.toList()));
        String[] constants = slots.stream()
                .map(slot -> slot.isConstant() ? slot.evaluate() : null)
                .toArray(String[]::new);
        for (var entry : byElement.entrySet()) {
            int number = entry.getKey();
            if (!packager.defines(number)) {
                throw new IllegalArgumentException(
                        entry.getValue().get(0).line().place() + ": packager " + packager.name()
                                + " defines no element " + number);
            }
            ElementFormat format = new ElementFormat(number, packager.getFieldPackager(number));
            ElementContent content = compiler.compile(format, 0, entry.getValue());
            boolean constant = content.isConstant() && capturedHex == null;
            Element slotted = new Element(format, content, null);
            elements.add(constant ? new Element(format, content, pack(slotted, constants, null)) : slotted);
        }
    }

    private void requireMti() {
        boolean hasMti = capturedHex != null || elements.get(0).format().number() == 0;
        if (packager.hasMti() && !hasMti) {
            throw new IllegalArgumentException("the template has no MTI: begin with a line such as 0 0200");
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
        byte[] bytes = RawTemplate.bytes(capturedHex);
        DecodedMessage message;
        try {
            message = new MessageDecoder(packager).decode(bytes);
        } catch (FailureException e) {
            throw new IllegalArgumentException(capturedHex.line().place() + ": " + e.getMessage(), e);
        }
        if (message.trailingBytes() > 0) {
            throw new IllegalArgumentException(capturedHex.line().place() + ": " + message.trailingBytes()
                    + " bytes follow the last element; is " + packager.name() + " the right packager?");
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
        } catch (ISOException e) {
            throw new IllegalArgumentException(place(number) + ": its value cannot be packed", e);
        }
    }

    private byte[] packed(ElementFormat format, ISOComponent component) {
        try {
            return format.pack(component);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place(format.number()) + ": " + e.getMessage(), e);
        }
    }

    private void checkMti(ISOComponent component) throws ISOException {
        if (component == null
                || !MTI.matcher(String.valueOf(component.getValue())).matches()) {
            throw new IllegalArgumentException(place(0) + ": the MTI must have four digits");
        }
    }

    private String place(int number) {
        return slots.stream()
                .filter(slot -> slot.line().path().element() == number)
                .findFirst()
                .orElseThrow()
                .line()
                .place();
    }
}
