package io.github.isostress.diagnosis;

import io.github.isostress.message.IsoPackager;

/**
 * What a packager makes of a message.
 *
 * @param extent how much of it the packager reads
 * @param mti four digits
 * @param elements how many data elements it reads
 * @param left how many bytes follow the last of them
 * @param clean whether no text in it has control characters
 */
record Reading(IsoPackager packager, Extent extent, String mti, int elements, int left, boolean clean) {
    /** From the strongest evidence to the weakest. */
    enum Extent {
        /** To its last byte. */
        FULL,
        /** All elements, and bytes are left over. */
        WITH_REST,
        /** All that has come of a message that is cut off. */
        BEGINNING
    }

    /** Whether the MTI's first digit is the version that the built-in packager is made for. */
    boolean isOfItsVersion() {
        return switch (packager.name()) {
            case "iso87ascii", "iso87binary" -> mti.charAt(0) == '0';
            case "iso93ascii", "iso93binary" -> mti.charAt(0) == '1';
            case "cmf" -> mti.charAt(0) == '2';
            default -> true;
        };
    }
}
