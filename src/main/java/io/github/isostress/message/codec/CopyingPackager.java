package io.github.isostress.message.codec;

import java.util.List;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.SignedEbcdicNumberInterpreter;
import org.jpos.iso.TaggedFieldPackager;

/**
 * Hands a copy of the message to a field packager that may write into the bytes it reads, so that the message stays as
 * it was sent. jPOS's interpreter of signed EBCDIC numbers writes: it takes the sign out of the last digit. A class
 * that is not jPOS's may do anything.
 */
public final class CopyingPackager extends GuardedPackager {
    private static final String JPOS = "org.jpos.";
    /** The fields in which jPOS's field packagers keep their parts. */
    private static final List<String> PARTS = List.of("interpreter", "prefixer", "padder");

    private CopyingPackager(ISOFieldPackager own) {
        super(own);
    }

    /** Guards a field packager that may write; returns any other, and any that jPOS asks for by its type, as it is. */
    static ISOFieldPackager before(ISOFieldPackager packager) {
        // jPOS asks for these by their types; a tagged part is read from a copy that its whole has made.
        boolean isAskedForByType = packager instanceof ISOBitMapPackager || packager instanceof TaggedFieldPackager;
        return isAskedForByType ? packager : reading(packager);
    }

    /** Guards a field packager that is only asked to read; returns one that leaves the bytes alone as it is. */
    public static ISOFieldPackager reading(ISOFieldPackager packager) {
        return packager instanceof CopyingPackager || onlyReads(unwrap(packager))
                ? packager
                : new CopyingPackager(packager);
    }

    /** Whether it is known to leave the bytes that it reads as they are. */
    private static boolean onlyReads(ISOFieldPackager packager) {
        return isJposOwn(packager) && PARTS.stream().noneMatch(part -> writes(packager, part));
    }

    private static boolean isJposOwn(Object object) {
        return object.getClass().getName().startsWith(JPOS);
    }

    private static boolean writes(ISOFieldPackager packager, String part) {
        try {
            Object used = FieldUtils.getField(packager.getClass(), part, true) == null
                    ? null
                    : FieldUtils.readField(packager, part, true);
            return used != null && (!isJposOwn(used) || used instanceof SignedEbcdicNumberInterpreter);
        } catch (IllegalAccessException | RuntimeException e) {
            return true;
        }
    }

    @Override
    public int unpack(ISOComponent component, byte[] bytes, int offset) throws ISOException {
        return super.unpack(component, bytes.clone(), offset);
    }
}
