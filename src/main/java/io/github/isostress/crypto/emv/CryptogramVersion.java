package io.github.isostress.crypto.emv;

import io.github.isostress.crypto.Words;
import io.github.isostress.crypto.mac.MacPadding;

/**
 * The cryptogram versions of Visa (VIS 1.4.0 to 1.6) and Mastercard (M/Chip 4, M/Chip Advance): which keys, which part of
 * the issuer application data and which padding make an application cryptogram, and how the issuer answers it. The text
 * of each is the one people write; Visa's are named as Visa does, Mastercard's by the decimal number of their byte.
 */
public enum CryptogramVersion {
    /** Visa's first: the card's key itself, card verification results, zeros. */
    VISA_10("10", 0x0A, IssuerDataPart.VISA_RESULTS, MacPadding.ZEROS, SessionKeyMethod.NONE, SessionKeyMethod.NONE, 1),

    /**
     * VIS 1.4.0: as CVN 10 with padding 80 and a session key. That it is the one of EMV 2000 is concluded from its date,
     * and no published example is known.
     */
    VISA_14(
            "14",
            0x0E,
            IssuerDataPart.VISA_RESULTS,
            MacPadding.BIT_AND_ZEROS,
            SessionKeyMethod.EMV_2000,
            SessionKeyMethod.EMV_2000,
            1),

    /** VIS 1.5: the whole issuer application data and a common session key. */
    VISA_18(
            "18",
            0x12,
            IssuerDataPart.WHOLE,
            MacPadding.BIT_AND_ZEROS,
            SessionKeyMethod.COMMON,
            SessionKeyMethod.COMMON,
            2),

    /** VIS 1.6, byte 22: as CVN 18, with issuer application data of format 2. */
    VISA_22(
            "22",
            0x22,
            IssuerDataPart.WHOLE,
            MacPadding.BIT_AND_ZEROS,
            SessionKeyMethod.COMMON,
            SessionKeyMethod.COMMON,
            2),

    /** Mastercard's session key; the answer is made under the card's key. */
    MASTERCARD_16(
            "M16",
            0x10,
            IssuerDataPart.MASTERCARD_RESULTS,
            MacPadding.BIT_AND_ZEROS,
            SessionKeyMethod.MASTERCARD,
            SessionKeyMethod.NONE,
            1),

    /** As M16, with the card's counters. */
    MASTERCARD_17(
            "M17",
            0x11,
            IssuerDataPart.MASTERCARD_RESULTS_AND_COUNTERS,
            MacPadding.BIT_AND_ZEROS,
            SessionKeyMethod.MASTERCARD,
            SessionKeyMethod.NONE,
            1),

    /** A common session key. */
    MASTERCARD_20(
            "M20",
            0x14,
            IssuerDataPart.MASTERCARD_RESULTS,
            MacPadding.BIT_AND_ZEROS,
            SessionKeyMethod.COMMON,
            SessionKeyMethod.COMMON,
            1),

    /** As M20, with the card's counters. */
    MASTERCARD_21(
            "M21",
            0x15,
            IssuerDataPart.MASTERCARD_RESULTS_AND_COUNTERS,
            MacPadding.BIT_AND_ZEROS,
            SessionKeyMethod.COMMON,
            SessionKeyMethod.COMMON,
            1);

    private static final int LEAST_ISSUER_DATA = 3;
    private static final int SHORT_VISA = 0x06;
    private static final int LONG_VISA = 0x1F;

    private final String text;
    private final int number;
    private final IssuerDataPart issuerDataPart;
    private final MacPadding padding;
    private final SessionKeyMethod cryptogramKey;
    private final SessionKeyMethod answerKey;
    private final int answerMethod;

    CryptogramVersion(
            String text,
            int number,
            IssuerDataPart issuerDataPart,
            MacPadding padding,
            SessionKeyMethod cryptogramKey,
            SessionKeyMethod answerKey,
            int answerMethod) {
        this.text = text;
        this.number = number;
        this.issuerDataPart = issuerDataPart;
        this.padding = padding;
        this.cryptogramKey = cryptogramKey;
        this.answerKey = answerKey;
        this.answerMethod = answerMethod;
    }

    /**
     * The version people write so.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none
     */
    public static CryptogramVersion of(String text) {
        return Words.constant("CVN", values(), text);
    }

    /**
     * The version that issuer application data (tag 9F10) tell: Visa's formats begin with their length, 06 or 1F, and
     * Mastercard's with a key index.
     *
     * @throws IllegalArgumentException with one clear sentence if it is none of these
     */
    public static CryptogramVersion ofIssuerData(byte[] issuerData) {
        int first = issuerData.length < LEAST_ISSUER_DATA ? -1 : issuerData[0];
        int number = first < 0 ? -1 : issuerData[first == SHORT_VISA ? 2 : 1] & 0xFF;
        for (CryptogramVersion version : values()) {
            boolean isOfItsForm = version.isVisa() ? first == version.firstByte() : first != SHORT_VISA;
            if (version.number == number && isOfItsForm) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "the issuer application data (tag 9F10) tell no CVN that is known, so the setting cvn is needed");
    }

    private boolean isVisa() {
        return !text.startsWith("M");
    }

    private int firstByte() {
        return this == VISA_22 ? LONG_VISA : SHORT_VISA;
    }

    /** The byte in the issuer application data that tells the version. */
    public int number() {
        return number;
    }

    /** The part of the issuer application data (tag 9F10) that goes into the cryptogram. */
    public IssuerDataPart issuerDataPart() {
        return issuerDataPart;
    }

    /** What follows the data before they are enciphered. */
    public MacPadding padding() {
        return padding;
    }

    /** How the key of the cryptogram follows from the card's. */
    public SessionKeyMethod cryptogramKey() {
        return cryptogramKey;
    }

    /** How the key of the issuer's answer follows from the card's. */
    public SessionKeyMethod answerKey() {
        return answerKey;
    }

    /** How the issuer answers. */
    public ArpcMethod answerMethod() {
        return answerMethod == 1 ? ArpcMethod.ONE : ArpcMethod.TWO;
    }

    @Override
    public String toString() {
        return text;
    }
}
