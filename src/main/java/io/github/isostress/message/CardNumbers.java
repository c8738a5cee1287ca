package io.github.isostress.message;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what passes for a card number (ISO/IEC 7812-1) in text of unknown meaning. Stateless and thread-safe.
 */
final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private static final Pattern DIGIT_RUN = Pattern.compile("[0-9]{13,}");
    /** What a track has behind the number. */
    private static final Pattern TRACK_REST = Pattern.compile("[=DdF^][0-9A-Fa-f=^]*");

    private CardNumbers() {}

    /**
     * The offsets of the characters that belong to a run of 13 to 19 digits that is Luhn-valid as a whole, or, if
     * {@code insideRuns}, to such a number anywhere in a longer run; track data behind it included.
     */
    static BitSet in(CharSequence text, boolean insideRuns) {
        BitSet found = new BitSet(text.length());
        Matcher run = DIGIT_RUN.matcher(text);
        while (run.find()) {
            if (run.end() - run.start() <= LONGEST && isLuhnValid(text, run.start(), run.end())) {
                found.set(run.start(), trackEnd(text, run.end()));
            } else if (insideRuns) {
                inside(text, run.start(), run.end(), found);
            }
        }
        return found;
    }

    /**
     * The offsets of the bytes that belong to such a number, be it written in ASCII, in EBCDIC or as one digit in half
     * a byte.
     */
    static BitSet in(byte[] bytes, boolean insideRuns) {
        BitSet found = in(characters(bytes), insideRuns);
        in(HexFormat.of().formatHex(bytes), insideRuns).stream().forEach(digit -> found.set(digit / 2));
        return found;
    }

    /** One character a byte, EBCDIC digits as digits. */
    private static CharSequence characters(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            boolean ebcdicDigit = (b & 0xF0) == 0xF0 && (b & 0x0F) <= 9;
            text.append((char) (ebcdicDigit ? '0' + (b & 0x0F) : b & 0xFF));
        }
        return text;
    }

    private static void inside(CharSequence text, int start, int end, BitSet found) {
        for (int from = start; from <= end - SHORTEST; from++) {
            for (int to = from + SHORTEST; to <= Math.min(from + LONGEST, end); to++) {
                if (isOfAScheme(text.charAt(from), text.charAt(from + 1), to - from) && isLuhnValid(text, from, to)) {
                    found.set(from, to == end ? trackEnd(text, to) : to);
                }
            }
        }
    }

    /** Where digits of several values run together, only numbers of the card schemes' forms are looked for. */
    private static boolean isOfAScheme(char first, char second, int length) {
        return switch (length) {
            case 13 -> first == '4';
            case 14 -> first == '3' && (second == '0' || second == '6' || second == '8');
            case 15 -> first == '3' && (second == '4' || second == '7');
            case 16 -> first >= '2' && first <= '6';
            case 19 -> first >= '4' && first <= '6';
            default -> false;
        };
    }

    private static int trackEnd(CharSequence text, int numberEnd) {
        Matcher rest = TRACK_REST.matcher(text).region(numberEnd, text.length());
        return rest.lookingAt() ? rest.end() : numberEnd;
    }

    /** Annex B: every second digit from the right counts double, its own digits added up. */
    private static boolean isLuhnValid(CharSequence text, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            boolean twice = (end - i) % 2 == 0;
            sum += twice ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
        }
        return sum % 10 == 0;
    }
}
