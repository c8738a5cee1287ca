package io.github.isostress.crypto.emv;

import io.github.isostress.words.Plural;
import java.util.Arrays;

/** A part of the issuer application data (tag 9F10). */
public enum IssuerDataPart {
    /** All of them. */
    WHOLE("all bytes", 1) {
        @Override
        byte[] of(byte[] issuerData) {
            return issuerData;
        }
    },

    /** Visa's card verification results with their length: bytes 4 to 7 (VIS 1.4.0, formats 0, 1 and 3 of VIS 1.6). */
    VISA_RESULTS("bytes 4 to 7", 7) {
        @Override
        byte[] of(byte[] issuerData) {
            return Arrays.copyOfRange(issuerData, 3, 7);
        }
    },

    /** Mastercard's card verification results: bytes 3 to 8. */
    MASTERCARD_RESULTS("bytes 3 to 8", 8) {
        @Override
        byte[] of(byte[] issuerData) {
            return Arrays.copyOfRange(issuerData, 2, 8);
        }
    },

    /** Mastercard's card verification results and counters: bytes 3 to 8 and 11 to 18. */
    MASTERCARD_RESULTS_AND_COUNTERS("bytes 3 to 8 and 11 to 18", 18) {
        @Override
        byte[] of(byte[] issuerData) {
            byte[] part = new byte[14];
            System.arraycopy(issuerData, 2, part, 0, 6);
            System.arraycopy(issuerData, 10, part, 6, 8);
            return part;
        }
    };

    private final String text;
    private final int least;

    IssuerDataPart(String text, int least) {
        this.text = text;
        this.least = least;
    }

    /**
     * Cuts the part out.
     *
     * @throws IllegalArgumentException with one clear sentence if the data are too short
     */
    public byte[] from(byte[] issuerData) {
        if (issuerData.length < least) {
            throw new IllegalArgumentException("the issuer application data (tag 9F10) have "
                    + Plural.of(issuerData.length, "byte") + ", but the cryptogram takes " + text + " of them");
        }
        return of(issuerData);
    }

    abstract byte[] of(byte[] issuerData);

    @Override
    public String toString() {
        return text;
    }
}
