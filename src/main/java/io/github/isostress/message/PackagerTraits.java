package io.github.isostress.message;

import java.util.Arrays;
import java.util.Objects;
import org.jpos.iso.ISOFieldPackager;

/**
 * What a jPOS packager keeps to itself and its subclasses: its fields, and whether and how it writes a bitmap.
 *
 * @param fields by number; not copied
 * @param writesBitmap whether a bitmap follows the MTI
 * @param bitmap writes it; null if there is none
 * @param firstField the first number after the MTI and the bitmap
 * @param maxValidField the highest number that jPOS packs
 */
public record PackagerTraits(
        ISOFieldPackager[] fields, boolean writesBitmap, ISOFieldPackager bitmap, int firstField, int maxValidField) {
    /** Whether it defines no element. */
    public boolean isEmpty() {
        return Arrays.stream(fields).allMatch(Objects::isNull);
    }
}
