package io.github.isostress.message.template;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.regex.Pattern;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;

/**
 * An element that its own field packager packs.
 *
 * @param line its first line, which is named when the element as a whole is refused
 * @param place where its packed form is kept among those of one message, from 0
 */
record PackedElement(ElementFormat format, ElementContent content, TemplateLine line, int place)
        implements VariableElement {
    private static final Pattern MTI = Pattern.compile("\\d{4}");

    @Override
    public int number() {
        return format.number();
    }

    @Override
    public void prepare(FilledMessage message) {
        message.packed()[place] = pack(message.values(), message.captured());
    }

    @Override
    public boolean isPresent(FilledMessage message) {
        return message.packed()[place] != null;
    }

    @Override
    public int length(FilledMessage message) {
        return message.packed()[place].length;
    }

    @Override
    public void write(FilledMessage message, byte[] bytes, int at) {
        byte[] packed = message.packed()[place];
        System.arraycopy(packed, 0, bytes, at, packed.length);
    }

    /**
     * The element with these values.
     *
     * @param captured the captured message that the template starts from, or null
     * @return null if it is left out
     * @throws BrokenRule naming the line, the element and the rule that is broken
     */
    byte[] pack(String[] values, DecodedMessage captured) {
        try {
            ISOComponent component = component(values, captured);
            if (number() == 0) {
                checkMti(component);
            }
            return component == null ? null : packed(component);
        } catch (BrokenRule e) {
            throw e;
        } catch (ISOException | RuntimeException e) {
            throw new BrokenRule(line.ofElement(), "its value cannot be packed", e);
        }
    }

    /** What is packed; null if it is left out. */
    ISOComponent component(String[] values, DecodedMessage captured) throws ISOException {
        CapturedPart before = captured == null ? null : CapturedPart.of(captured, number());
        return content.component(values, before);
    }

    private byte[] packed(ISOComponent component) {
        try {
            return format.pack(component);
        } catch (IllegalArgumentException e) {
            throw new BrokenRule(line.ofElement(), e.getMessage(), e);
        }
    }

    private void checkMti(ISOComponent component) throws ISOException {
        if (component == null
                || !MTI.matcher(String.valueOf(component.getValue())).matches()) {
            throw new BrokenRule(line, "the MTI must have four digits");
        }
    }
}
