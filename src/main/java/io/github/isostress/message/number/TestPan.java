package io.github.isostress.message.number;

import java.util.random.RandomGenerator;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOUtil;

/** Makes card numbers for tests: random but for their BIN, and Luhn-valid (ISO/IEC 7812-1, annex B). */
public final class TestPan {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;
    private static final int LONGEST_BIN = 12;
    private static final String DIGITS = "0123456789";

    private TestPan() {}

    /**
     * A card number.
     *
     * @param bin the first 1 to 12 digits
     * @param length how many digits it has in all: 12 to 19, at least two more than the BIN
     * @param random where the digits between come from
     * @throws IllegalArgumentException with one clear sentence
     */
    public static String random(String bin, int length, RandomGenerator random) {
        if (bin.isEmpty() || bin.length() > LONGEST_BIN || !StringUtils.containsOnly(bin, DIGITS)) {
            throw new IllegalArgumentException("the BIN of a PAN must be 1 to 12 digits");
        }
        if (length < SHORTEST || length > LONGEST || length < bin.length() + 2) {
            throw new IllegalArgumentException("the length of a PAN must be " + SHORTEST + " to " + LONGEST
                    + " and at least two more than its BIN's");
        }
        StringBuilder digits = new StringBuilder(bin);
        while (digits.length() < length - 1) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.append(ISOUtil.calcLUHN(digits.toString())).toString();
    }
}
