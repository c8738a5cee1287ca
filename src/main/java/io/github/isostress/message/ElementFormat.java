package io.github.isostress.message;

import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.iso.ISOUtil;

/**
 * How one element or sub-element is written: what a packager's definition of it allows, and its jPOS field packager to
 * write it. Refusals name the rule and never the value. Immutable and thread-safe.
 */
final class ElementFormat {
    private final int number;
    private final ISOFieldPackager packager;
    private final ISOFieldPackager plain;
    private final boolean binary;
    private final boolean numeric;

    ElementFormat(int number, ISOFieldPackager packager) {
        this.number = number;
        this.packager = packager;
        this.plain = packager instanceof ISOMsgFieldPackager composite ? composite.getISOFieldPackager() : packager;
        this.binary = plain.createComponent(number) instanceof ISOBinaryField;
        this.numeric = plain.getClass().getSimpleName().toUpperCase(Locale.ROOT).contains("NUM");
    }

    int number() {
        return number;
    }

    ISOFieldPackager packager() {
        return packager;
    }

    /**
     * The component that holds a value: hex digits for a binary element, else the text itself.
     *
     * @throws IllegalArgumentException with the rule the value breaks
     */
    ISOComponent component(String value) {
        if (packager instanceof ISOBitMapPackager) {
            throw new IllegalArgumentException("is a bitmap, which follows from the elements that are present");
        }
        if (binary) {
            return new ISOBinaryField(number, HexDigits.parse(value));
        }
        checkText(value);
        return new ISOField(number, value);
    }

    private void checkText(String value) {
        if (value.length() > plain.getLength() && plain.getLength() > 0) {
            throw new IllegalArgumentException(
                    "has " + value.length() + " characters, at most " + plain.getLength() + " are allowed");
        }
        int at = numeric ? StringUtils.indexOfAnyBut(value, "0123456789=") : firstOutsideLatin1(value);
        if (at >= 0) {
            throw new IllegalArgumentException(
                    numeric
                            ? "is numeric, and character " + (at + 1) + " of its value is no digit"
                            : "character " + (at + 1) + " of its value is outside ISO 8859-1");
        }
    }

    private static int firstOutsideLatin1(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0xFF) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The element as it goes over the wire, length prefix included.
     *
     * @throws IllegalArgumentException with the rule the value breaks
     */
    byte[] pack(ISOComponent component) {
        try {
            return packager.pack(component);
        } catch (ISOException | RuntimeException e) {
            throw new IllegalArgumentException(misfit(component), e);
        }
    }

    private String misfit(ISOComponent component) {
        String allowed = plain.getClass().getSimpleName() + " of length " + plain.getLength();
        try {
            return component.getValue() instanceof byte[] bytes
                    ? "has " + bytes.length + " bytes, which do not fit " + allowed
                    : "its value does not fit " + allowed;
        } catch (ISOException e) {
            return "its sub-elements do not fit " + allowed;
        }
    }

    /** The bytes of a component whether it was set as text or as bytes. */
    static byte[] bytesOf(ISOComponent component) throws ISOException {
        Object value = component.getValue();
        return value instanceof String text ? text.getBytes(ISOUtil.CHARSET) : component.getBytes();
    }
}
