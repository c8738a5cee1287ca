package io.github.isostress.diagnosis;

import io.github.isostress.message.IsoPackager;

/**
 * A message as one packager reads it.
 *
 * @param extent how much of the message it reads
 * @param mti four digits
 * @param elements how many data elements it reads
 * @param left how many bytes follow the last element
 * @param clean whether its texts have no control characters
 */
record Reading(IsoPackager packager, Extent extent, String mti, int elements, int left, boolean clean) {
    /** From the strongest evidence to the weakest. */
    enum Extent {
        /** To the last byte. */
        FULL,
        /** All elements, with bytes left over. */
        WITH_REST,
        /** All bytes that have come of a message that was cut off. */
        BEGINNING
    }

    /**
     * Whether the MTI's first digit is the version for which the built-in packager is made; true for other packagers.
     */
    boolean isOfItsVersion() {
        return switch (packager.name()) {
            case "iso87ascii", "iso87binary" -> mti.charAt(0) == '0';
            case "iso93ascii", "iso93binary" -> mti.charAt(0) == '1';
            case "cmf" -> mti.charAt(0) == '2';
            default -> true;
        };
    }
}
