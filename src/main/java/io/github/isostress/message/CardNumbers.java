package io.github.isostress.message;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what passes for a card number (ISO/IEC 7812-1) in text of unknown meaning. Stateless and thread-safe.
 */
final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    /** What a track has behind the number: of track 2 the rest, of track 1 the name and the rest. */
    private static final Pattern TRACK_REST =
            Pattern.compile("[=DdF][0-9A-Fa-f=]*|\\^[^^]{0,30}(?:\\^[0-9A-Za-z ?]*)?");

    private CardNumbers() {}

    /**
     * The offsets of the characters that belong to a run of 13 to 19 digits that is Luhn-valid as a whole, or to a
     * number of a card scheme's form anywhere in a run; track data behind it included.
     */
    static BitSet in(String text) {
        return runs(characters(text), Run::search);
    }

    private static BitSet runs(byte[] text, BiConsumer<Run, BitSet> search) {
        BitSet found = new BitSet();
        for (int at = 0; at <= text.length - SHORTEST; at++) {
            if (isDigit(text[at])) {
                int end = endOfRun(text, at);
                if (end - at >= SHORTEST) {
                    search.accept(new Run(text, at, end), found);
                }
                at = end;
            }
        }
        return found;
    }

    /** Behind the last of the digits that stand together, as people write card numbers: in groups, too. */
    private static int endOfRun(byte[] text, int start) {
        int end = start;
        for (int i = start; i < text.length && i <= end + 1; i++) {
            if (isDigit(text[i])) {
                end = i + 1;
            } else if (i > end || text[i] != ' ' && text[i] != '-') {
                break;
            }
        }
        return end;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /**
     * The offsets of the bytes that belong to such a number, be it written in ASCII, in EBCDIC or as one digit in half
     * a byte.
     */
    static BitSet in(byte[] bytes) {
        return found(bytes, Run::search);
    }

    /**
     * The offsets of the bytes that belong to a number of a card scheme's form, likewise, that is marked as one, so that
     * it can be told among other digits: by its length in two digits in front of it, as messages have it, or by the
     * separator of a track behind it.
     */
    static BitSet marked(byte[] bytes) {
        return found(bytes, Run::searchMarked);
    }

    private static BitSet found(byte[] bytes, BiConsumer<Run, BitSet> search) {
        BitSet found = runs(characters(bytes), search);
        BitSet digits = runs(hexDigits(bytes), search);
        for (int digit = digits.nextSetBit(0); digit >= 0; digit = digits.nextSetBit(digit + 1)) {
            found.set(digit / 2);
        }
        return found;
    }

    /** One character a byte, EBCDIC digits as digits. */
    private static byte[] characters(byte[] bytes) {
        byte[] characters = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boolean ebcdicDigit = (bytes[i] & 0xF0) == 0xF0 && (bytes[i] & 0x0F) <= 9;
            characters[i] = ebcdicDigit ? (byte) ('0' + (bytes[i] & 0x0F)) : bytes[i];
        }
        return characters;
    }

    /** One byte a character; what ISO 8859-1 does not have is no digit in any case. */
    private static byte[] characters(String text) {
        byte[] characters = new byte[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = text.charAt(i) > 0xFF ? 0 : (byte) text.charAt(i);
        }
        return characters;
    }

    private static byte[] hexDigits(byte[] bytes) {
        byte[] digits = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            digits[2 * i] = HEX[bytes[i] >> 4 & 0xF];
            digits[2 * i + 1] = HEX[bytes[i] & 0xF];
        }
        return digits;
    }

    /** Digits that stand together and where each stands in the text. */
    private static final class Run {
        private final byte[] text;
        private final byte[] digits;
        private final int[] places;
        private int count;

        Run(byte[] text, int start, int end) {
            this.text = text;
            this.digits = new byte[end - start];
            this.places = new int[end - start];
            for (int i = start; i < end; i++) {
                if (isDigit(text[i])) {
                    places[count] = i;
                    digits[count++] = (byte) (text[i] - '0');
                }
            }
        }

        void search(BitSet found) {
            if (count >= SHORTEST && count <= LONGEST && isLuhnValid(0, count)) {
                mark(found, 0, count);
                return;
            }
            for (int from = 0; from <= count - SHORTEST; from++) {
                int longest = canBegin(from) ? Math.min(from + LONGEST, count) : 0;
                for (int to = from + SHORTEST; to <= longest; to++) {
                    if (isCardNumber(from, to)) {
                        mark(found, from, to);
                    }
                }
            }
        }

        void searchMarked(BitSet found) {
            for (int from = 2; from <= count - SHORTEST; from++) {
                int to = from + 10 * digits[from - 2] + digits[from - 1];
                if (to <= count && isCardNumber(from, to)) {
                    mark(found, from, to);
                }
            }
            if (isBeforeSeparator(count)) {
                for (int from = Math.max(0, count - LONGEST); from <= count - SHORTEST; from++) {
                    if (isCardNumber(from, count)) {
                        mark(found, from, count);
                    }
                }
            }
        }

        /** {@code =} in text, a nibble of D in BCD. */
        private boolean isBeforeSeparator(int to) {
            int behind = places[to - 1] + 1;
            return behind < text.length && "=d".indexOf(text[behind]) >= 0;
        }

        /** No scheme's numbers begin with another digit. */
        private boolean canBegin(int from) {
            return digits[from] >= 2 && digits[from] <= 6;
        }

        private boolean isCardNumber(int from, int to) {
            return canBegin(from) && isOfAScheme(digits[from], digits[from + 1], to - from) && isLuhnValid(from, to);
        }

        private void mark(BitSet found, int from, int to) {
            int end = places[to - 1] + 1;
            found.set(places[from], to == count ? trackEnd(end) : end);
        }

        private int trackEnd(int numberEnd) {
            String behind = new String(text, numberEnd, text.length - numberEnd, StandardCharsets.ISO_8859_1);
            Matcher rest = TRACK_REST.matcher(behind);
            return rest.lookingAt() ? numberEnd + rest.end() : numberEnd;
        }

        /** Annex B: every second digit from the right counts double, its own digits added up. */
        private boolean isLuhnValid(int start, int end) {
            int sum = 0;
            for (int i = start; i < end; i++) {
                boolean single = (end - i) % 2 == 1;
                sum += single ? digits[i] : 2 * digits[i] - (digits[i] > 4 ? 9 : 0);
            }
            return sum % 10 == 0;
        }
    }

    /** Where digits of several values run together, only numbers of the card schemes' forms are looked for. */
    private static boolean isOfAScheme(int first, int second, int length) {
        return switch (length) {
            case 13 -> first == 4;
            case 14 -> first == 3 && (second == 0 || second == 6 || second == 8);
            case 15 -> first == 3 && (second == 4 || second == 7);
            case 16 -> first >= 2 && first <= 6;
            case 19 -> first >= 4 && first <= 6;
            default -> false;
        };
    }
}
