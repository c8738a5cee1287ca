package io.github.isostress.message.masking;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * What may be shown of a value: PCI DSS 4.0.1, 3.4.1 (at most the first six and the last four digits of a PAN) and
 * 3.3.1 (nothing of tracks, card verification values and PIN blocks). Thread-safe.
 */
public enum Masking {
    /** Shown: an amount, a time or another number that looks like a card number only by chance. */
    PLAIN,
    /**
     * Shown, unless it is a card number of a known issuer as a whole: a merchant's number may be as long as a card's.
     */
    IDENTIFIER,
    /** Shown, except for card numbers and secret BER-TLV data objects anywhere in it. */
    SEARCHED,
    /** A card number: first six and last four digits. */
    PAN,
    /** Nothing but its length. */
    HIDDEN;

    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 4;

    /** Tracks 2, 3 and 1, PIN data, security control information, message security code (ISO 8583:1987). */
    private static final Set<Integer> SECRET_ELEMENTS = Set.of(35, 36, 45, 52, 53, 96);
    /** PAN and extended PAN. */
    private static final Set<Integer> PAN_ELEMENTS = Set.of(2, 34);
    /** Terminal, merchant. */
    private static final Set<Integer> ACCEPTOR_ELEMENTS = Set.of(41, 42);
    /** MTI, STAN, time and institution of an earlier message: DE 56 of ISO 8583:1993. */
    private static final Pattern ORIGINAL_DATA = Pattern.compile("(?i).*\\boriginal data\\b.*");
    /** Packagers' names for secrets in other elements, such as CMF's verification data in DE 49. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*\\b(track|cvv2?|cvc2?|csc|cavv|"
                    + "(verification|validation) (data|value|code)|security code|pin\\)? (data|block)|key (data|management)).*");
    /**
     * EMV: track 1 and 2 data, equivalents and discretionary parts, cardholder name, PIN data, card verification codes.
     */
    private static final Set<String> SECRET_TAGS =
            Set.of("56", "57", "5F20", "99", "9F0B", "9F1F", "9F20", "9F60", "9F61", "9F6B", "DF812A", "DF812B");
    /** EMV: application PAN. */
    private static final String PAN_TAG = "5A";

    /** The rule for a data element, by its number and its packager's name for it. */
    public static Masking ofElement(int element, String name) {
        if (SECRET_ELEMENTS.contains(element) || SECRET_NAME.matcher(name).matches()) {
            return HIDDEN;
        }
        if (PAN_ELEMENTS.contains(element)) {
            return PAN;
        }
        if (ACCEPTOR_ELEMENTS.contains(element)) {
            return IDENTIFIER;
        }
        return isNumberOrTime(element) || ORIGINAL_DATA.matcher(name).matches() ? PLAIN : SEARCHED;
    }

    /**
     * Processing code to forwarding institution, retrieval reference number, the totals of a reconciliation,
     * replacement amounts.
     */
    private static boolean isNumberOrTime(int element) {
        return element >= 3 && element <= 33
                || element == 37
                || element >= 74 && element <= 90
                || element == 95
                || element == 97;
    }

    /** The rule for a part of an element, by its packager's name for it and the rule for the whole. */
    public static Masking ofPart(Masking whole, String name) {
        return SECRET_NAME.matcher(name).matches() ? HIDDEN : whole;
    }

    /** The rule for a BER-TLV data object, by its tag in upper-case hex digits. */
    public static Masking ofTag(String tag) {
        if (SECRET_TAGS.contains(tag)) {
            return HIDDEN;
        }
        return tag.equals(PAN_TAG) ? PAN : SEARCHED;
    }

    /** The rule where it is ambiguous which element it is. */
    public Masking ifAmbiguous() {
        return this == PLAIN || this == IDENTIFIER ? SEARCHED : this;
    }

    /** Masks a text; its length stays. */
    public String mask(String text) {
        return switch (this) {
            case PLAIN -> text;
            case IDENTIFIER -> CardNumbers.isOneOfKnownIssuer(text) ? HIDDEN.mask(text) : text;
            case SEARCHED -> hide(text, secrets(text));
            case PAN -> maskPan(text);
            case HIDDEN -> "*".repeat(text.length());
        };
    }

    /** Masks bytes, in hex digits. */
    public String mask(byte[] bytes) {
        String hex = HexFormat.of().withUpperCase().formatHex(bytes);
        if (this != SEARCHED) {
            return mask(hex);
        }
        return hideBytes(hex, secrets(bytes));
    }

    private static BitSet secrets(String text) {
        BitSet found = CardNumbers.in(text);
        found.or(SecretObjects.in(text));
        return found;
    }

    private static BitSet secrets(byte[] bytes) {
        BitSet found = CardNumbers.in(bytes);
        found.or(SecretObjects.in(bytes));
        return found;
    }

    /** Hides bytes that are shown in hex digits. */
    public static String hideBytes(String hex, BitSet hidden) {
        BitSet digits = new BitSet(hex.length());
        hidden.stream().forEach(at -> digits.set(2 * at, 2 * at + 2));
        return hide(hex, digits);
    }

    private static String maskPan(String text) {
        int masked = text.length() - SHOWN_FIRST - SHOWN_LAST;
        return masked <= 0
                ? HIDDEN.mask(text)
                : text.substring(0, SHOWN_FIRST) + "*".repeat(masked) + StringUtils.right(text, SHOWN_LAST);
    }

    /** The text with asterisks at these offsets. */
    public static String hide(String text, BitSet hidden) {
        if (hidden.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        hidden.stream().forEach(at -> masked.setCharAt(at, '*'));
        return masked.toString();
    }
}
