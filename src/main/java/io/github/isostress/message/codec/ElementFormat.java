package io.github.isostress.message.codec;

import io.github.isostress.words.Plural;
import java.util.Optional;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.iso.ISOUtil;

/**
 * How one element or sub-element is written: what a packager's definition of it allows, and its jPOS field packager to
 * write it. Refusals name the rule and never the value. Immutable and thread-safe.
 */
public final class ElementFormat {
    private final int number;
    private final ISOFieldPackager packager;
    private final ISOFieldPackager plain;
    private final boolean binary;
    private final TextRule text;

    private ElementFormat(int number, ISOFieldPackager packager, TextRule text) {
        this.number = number;
        this.packager = GuardedPackager.unwrap(packager);
        this.plain = plain(packager);
        this.binary = whole(packager).createComponent(number) instanceof ISOBinaryField;
        this.text = text;
    }

    /** What a data element's definition allows. */
    public static ElementFormat ofElement(int number, ISOFieldPackager packager) {
        return new ElementFormat(number, packager, TextRule.ofElement(number, plain(packager)));
    }

    /** What the definition of a part of an element allows. */
    public static ElementFormat ofPart(int number, ISOFieldPackager packager) {
        return new ElementFormat(number, packager, TextRule.ofPart(plain(packager)));
    }

    private static ISOFieldPackager plain(ISOFieldPackager packager) {
        return TaggedPart.unwrap(GuardedPackager.unwrap(whole(packager)));
    }

    private static ISOFieldPackager whole(ISOFieldPackager packager) {
        return packager instanceof ISOMsgFieldPackager composite ? composite.getISOFieldPackager() : packager;
    }

    /** Where the digits begin in an element that holds only digits, else -1. */
    public int digitsFrom() {
        return text.digitsFrom();
    }

    public int number() {
        return number;
    }

    public ISOFieldPackager packager() {
        return packager;
    }

    /** How a value is written without a component; empty if its field packager has to pack it. */
    public Optional<TextForm> textForm() {
        return binary ? Optional.empty() : TextForm.of(packager);
    }

    /**
     * The component that holds a value: hex digits for a binary element, else the text itself.
     *
     * @throws IllegalArgumentException with the rule the value breaks
     */
    public ISOComponent component(String value) {
        if (packager instanceof ISOBitMapPackager) {
            throw new IllegalArgumentException("is a bitmap, which follows from the elements that are present");
        }
        if (binary) {
            byte[] bytes = HexDigits.parse(value);
            checkLength(bytes.length, "bytes");
            return new ISOBinaryField(number, bytes);
        }
        checkText(value);
        return new ISOField(number, value);
    }

    /**
     * The component of an element that is present and holds nothing.
     *
     * @throws IllegalArgumentException if the field packager fills it up, or cannot write it
     */
    public ISOComponent emptyComponent() {
        ISOComponent empty = component("");
        byte[] packed = pack(empty);
        ISOFieldPackager single = whole(packager);
        ISOComponent read = single.createComponent(number);
        try {
            single.unpack(read, packed, 0);
            if (bytesOf(read).length == 0) {
                return empty;
            }
        } catch (ISOException | RuntimeException e) {
            throw new IllegalArgumentException(misfit(empty), e);
        }
        throw new IllegalArgumentException(
                "cannot be present and empty, as " + plain.getClass().getSimpleName() + " of length "
                        + plain.getLength() + " fills it up; without the quotes it is left out");
    }

    /**
     * Checks the value of an element that is not binary.
     *
     * @throws IllegalArgumentException with the rule the value breaks
     */
    public void checkText(String value) {
        checkLength(value.length(), "characters");
        text.check(value);
    }

    /** jPOS takes some values that are too long, and with a length prefix too short for them. */
    private void checkLength(int length, String unit) {
        if (length > plain.getLength() && plain.getLength() > 0) {
            throw new IllegalArgumentException(
                    "has " + length + " " + unit + ", at most " + plain.getLength() + " are allowed");
        }
    }

    /** Whether a text that was read is what this element may hold; jPOS reads letters where digits belong. */
    public boolean mayHold(String value) {
        return text.mayHold(value);
    }

    /**
     * The element as it goes over the wire, length prefix included.
     *
     * @throws IllegalArgumentException with the rule the value breaks
     */
    public byte[] pack(ISOComponent component) {
        if (component instanceof ISOBinaryField binary) {
            checkLength(binary.getBytes().length, "bytes");
        }
        try {
            return packager.pack(component);
        } catch (ISOException | RuntimeException e) {
            throw new IllegalArgumentException(misfit(component), e);
        }
    }

    private String misfit(ISOComponent component) {
        String allowed = plain.getClass().getSimpleName() + " of length " + plain.getLength();
        if (component instanceof ISOMsg) {
            return "its sub-elements do not fit " + allowed;
        }
        try {
            return component.getValue() instanceof byte[] bytes
                    ? "has " + Plural.of(bytes.length, "byte, which does", "bytes, which do") + " not fit " + allowed
                    : "its value does not fit " + allowed;
        } catch (ISOException e) {
            return "its value does not fit " + allowed;
        }
    }

    /** The bytes of a component whether it was set as text or as bytes. */
    public static byte[] bytesOf(ISOComponent component) throws ISOException {
        Object value = component.getValue();
        return value instanceof String text ? text.getBytes(ISOUtil.CHARSET) : component.getBytes();
    }
}
