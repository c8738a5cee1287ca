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

    /** Digits that stand together, as people write card numbers: in groups, too. */
    private static final Pattern DIGIT_RUN = Pattern.compile("[0-9](?:[ -]?[0-9]){12,}");
    /** What a track has behind the number: of track 2 the rest, of track 1 the name and the rest. */
    private static final Pattern TRACK_REST =
            Pattern.compile("[=DdF][0-9A-Fa-f=]*|\\^[^^]{0,30}(?:\\^[0-9A-Za-z ?]*)?");

    private CardNumbers() {}

    /**
     * The offsets of the characters that belong to a run of 13 to 19 digits that is Luhn-valid as a whole, or to a
     * number of a card scheme's form anywhere in a run; track data behind it included.
     */
    static BitSet in(CharSequence text) {
        BitSet found = new BitSet(text.length());
        Matcher run = DIGIT_RUN.matcher(text);
        while (run.find()) {
            new Run(text, run.start(), run.end()).search(found);
        }
        return found;
    }

    /**
     * The offsets of the bytes that belong to such a number, be it written in ASCII, in EBCDIC or as one digit in half
     * a byte.
     */
    static BitSet in(byte[] bytes) {
        BitSet found = in(characters(bytes));
        in(HexFormat.of().formatHex(bytes)).stream().forEach(digit -> found.set(digit / 2));
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

    /** Digits that stand together and where each stands in the text. */
    private static final class Run {
        private final CharSequence text;
        private final StringBuilder digits = new StringBuilder();
        private final int[] places;

        Run(CharSequence text, int start, int end) {
            this.text = text;
            this.places = new int[end - start];
            for (int i = start; i < end; i++) {
                if (Character.isDigit(text.charAt(i))) {
                    places[digits.length()] = i;
                    digits.append(text.charAt(i));
                }
            }
        }

        void search(BitSet found) {
            if (digits.length() <= LONGEST && isLuhnValid(0, digits.length())) {
                mark(found, 0, digits.length());
                return;
            }
            for (int from = 0; from <= digits.length() - SHORTEST; from++) {
                for (int to = from + SHORTEST; to <= Math.min(from + LONGEST, digits.length()); to++) {
                    if (isOfAScheme(digits.charAt(from), digits.charAt(from + 1), to - from) && isLuhnValid(from, to)) {
                        mark(found, from, to);
                    }
                }
            }
        }

        private void mark(BitSet found, int from, int to) {
            int end = places[to - 1] + 1;
            found.set(places[from], to == digits.length() ? trackEnd(end) : end);
        }

        private int trackEnd(int numberEnd) {
            Matcher rest = TRACK_REST.matcher(text).region(numberEnd, text.length());
            return rest.lookingAt() ? rest.end() : numberEnd;
        }

        /** Annex B: every second digit from the right counts double, its own digits added up. */
        private boolean isLuhnValid(int start, int end) {
            int sum = 0;
            for (int i = start; i < end; i++) {
                int digit = digits.charAt(i) - '0';
                boolean twice = (end - i) % 2 == 0;
                sum += twice ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
            }
            return sum % 10 == 0;
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
}
