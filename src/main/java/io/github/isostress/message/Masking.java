package io.github.isostress.message;

import java.util.BitSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * What may be shown of a value: PCI DSS 4.0.1, 3.4.1 (at most the first six and the last four digits of a PAN) and
 * 3.3.1 (nothing of tracks, card verification values and PIN blocks). Thread-safe.
 */
enum Masking {
    /** Shown, unless the value as a whole passes for a card number. */
    SHOWN {
        @Override
        String mask(String value) {
            return hide(value, CardNumbers.in(value, false));
        }
    },
    /** Private use: shown, but for whatever passes for a card number anywhere in it. */
    SEARCHED {
        @Override
        String mask(String value) {
            return hide(value, CardNumbers.in(value, true));
        }
    },
    /** A card number: first six and last four digits. */
    PAN {
        @Override
        String mask(String value) {
            int masked = value.length() - SHOWN_FIRST - SHOWN_LAST;
            return masked <= 0
                    ? HIDDEN.mask(value)
                    : value.substring(0, SHOWN_FIRST) + "*".repeat(masked) + StringUtils.right(value, SHOWN_LAST);
        }
    },
    /** Nothing but its length. */
    HIDDEN {
        @Override
        String mask(String value) {
            return "*".repeat(value.length());
        }
    };

    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 4;

    /** Tracks 2, 3 and 1, PIN data, security control information, message security code (ISO 8583:1987). */
    private static final Set<Integer> SECRET_ELEMENTS = Set.of(35, 36, 45, 52, 53, 96);
    /** PAN and extended PAN. */
    private static final Set<Integer> PAN_ELEMENTS = Set.of(2, 34);
    /** What packagers call secrets that stand elsewhere, as CMF's verification data in DE 49. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*\\b(track|cvv2?|cvc2?|cavv|verification (data|value)|pin (data|block)|key (data|management)).*");
    /** EMV: track 1 and 2 data and equivalents, cardholder name, PIN data, card verification codes. */
    private static final Set<String> SECRET_TAGS =
            Set.of("56", "57", "5F20", "99", "9F0B", "9F1F", "9F20", "9F60", "9F61", "9F6B");
    /** EMV: application PAN. */
    private static final String PAN_TAG = "5A";

    /** The value as it may be shown, as long as it was. */
    abstract String mask(String value);

    /** The rule for a data element, by its number and its packager's name for it. */
    static Masking ofElement(int element, String name) {
        if (SECRET_ELEMENTS.contains(element) || SECRET_NAME.matcher(name).matches()) {
            return HIDDEN;
        }
        if (PAN_ELEMENTS.contains(element)) {
            return PAN;
        }
        return isPrivateUse(element) ? SEARCHED : SHOWN;
    }

    private static boolean isPrivateUse(int element) {
        return element >= 46 && element <= 48 || element >= 54 && element <= 63 || element >= 104 && element <= 127;
    }

    /** The rule for a BER-TLV data object, by its tag in upper-case hex digits. */
    static Masking ofTag(String tag) {
        if (SECRET_TAGS.contains(tag)) {
            return HIDDEN;
        }
        return tag.equals(PAN_TAG) ? PAN : SHOWN;
    }

    private static String hide(String value, BitSet hidden) {
        if (hidden.isEmpty()) {
            return value;
        }
        StringBuilder masked = new StringBuilder(value);
        hidden.stream().forEach(at -> masked.setCharAt(at, '*'));
        return masked.toString();
    }
}
