package io.github.isostress.message.codec;

import org.apache.commons.lang3.reflect.FieldUtils;
import org.jpos.iso.AsciiPrefixer;
import org.jpos.iso.EbcdicPrefixer;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.iso.Prefixer;
import org.jpos.iso.packager.EuroSubFieldPackager;
import org.jpos.iso.packager.MasterCardEBCDICSubFieldPackager;

/**
 * Reads sub-elements that begin with their number in two digits, such as MasterCard's DE 48. jPOS keeps one setting for
 * ASCII or EBCDIC digits per JVM, which the packager made last decides; here each packager has its setting.
 */
public final class EuroParts extends EuroSubFieldPackager {
    private static final int HIGHEST = 1000;

    private final Prefixer digits;

    private EuroParts(ISOFieldPackager[] parts, Prefixer digits) {
        this.digits = digits;
        setFieldPackager(parts);
    }

    /** Replaces jPOS's packagers of such elements, at any depth. */
    public static void install(ISOBasePackager packager, int highest) {
        for (int number = 0; number <= highest; number++) {
            if (packager.getFieldPackager(number) instanceof ISOMsgFieldPackager composite
                    && composite.getISOMsgPackager() instanceof ISOBasePackager parts) {
                install(parts, HIGHEST);
                Prefixer digits = digits(parts);
                if (digits != null) {
                    packager.setFieldPackager(
                            number,
                            new ISOMsgFieldPackager(
                                    composite.getISOFieldPackager(), new EuroParts(fields(parts), digits)));
                }
            }
        }
    }

    /** Null of any other packager. */
    private static Prefixer digits(ISOBasePackager packager) {
        if (packager.getClass() == MasterCardEBCDICSubFieldPackager.class) {
            return EbcdicPrefixer.LL;
        }
        return packager.getClass() == EuroSubFieldPackager.class ? AsciiPrefixer.LL : null;
    }

    /** jPOS has no method to ask for them all. */
    private static ISOFieldPackager[] fields(ISOBasePackager packager) {
        try {
            return (ISOFieldPackager[]) FieldUtils.readField(packager, "fld", true);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("this is another jPOS than the one that belongs here", e);
        }
    }

    /**
     * Reads the number of the sub-element that begins at an offset.
     *
     * @throws ISOException if none does
     */
    public int numberAt(byte[] content, int at) throws ISOException {
        if (at == 0 && getFieldPackager(0) != null) {
            return 0;
        }
        try {
            return digits.decodeLength(content, at);
        } catch (RuntimeException e) {
            throw new ISOException("no sub-element begins here", e);
        }
    }

    @Override
    public int unpack(ISOComponent whole, byte[] content) throws ISOException {
        int at = 0;
        while (at < content.length) {
            int number = numberAt(content, at);
            ISOFieldPackager field = number < 0 ? null : getFieldPackager(number);
            if (field == null) {
                throw new ISOException("there is no sub-element " + number);
            }
            ISOComponent part = field.createComponent(number);
            int length = field.unpack(part, content, at);
            if (length < 0 || length > content.length - at || length == 0 && at > 0) {
                throw new ISOException("sub-element " + number + " does not end");
            }
            // The first one may be left out: jPOS's packager of it takes nothing then.
            if (number > 0 || part.getValue() != null) {
                whole.set(part);
            }
            at += length;
        }
        return at;
    }
}
