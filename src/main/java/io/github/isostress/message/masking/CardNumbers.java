package io.github.isostress.message.masking;

import java.util.BitSet;
import java.util.function.BiConsumer;

/**
 * Finds what passes for a card number (ISO/IEC 7812-1) in text and bytes of unknown meaning: 12 to 19 digits that are
 * Luhn-valid, whatever the scheme, alone or anywhere among other digits. One number in ten is Luhn-valid by chance, and
 * 12 digits or more have many numbers in them, so that most long runs of digits are taken for card numbers: rather too
 * much is hidden than a card number shown. What keeps other digits in sight is that they are not searched: values that
 * a packager knows for amounts, times and numbers of another kind (see {@link Masking}). Nor is a number that begins
 * with 0 among other digits, as no issuer's does, nor 14 digits that are a date and time, nor text read as BCD.
 * Takes a time that grows with the length alone. Stateless and thread-safe.
 */
public final class CardNumbers {
    static final int SHORTEST = 12;
    static final int LONGEST = 19;

    private CardNumbers() {}

    /** The offsets of the characters that belong to such a number; track data behind it included. */
    public static BitSet in(String text) {
        BitSet found = new BitSet();
        search(DigitNotation.characters(text), DigitRun::search, found);
        return found;
    }

    /**
     * The offsets of the bytes that belong to such a number, be it written in ASCII, in EBCDIC or as one digit in half
     * a byte, beginning in any half.
     */
    public static BitSet in(byte[] bytes) {
        return found(bytes, DigitRun::search);
    }

    /**
     * The offsets of the bytes that belong to a number of a known issuer that is marked as one, so that it can be told
     * among other digits: by its length in two digits in front of it, as messages have it, or by the separator of a
     * track behind it.
     */
    public static BitSet marked(byte[] bytes) {
        return found(bytes, DigitRun::searchMarked);
    }

    /** Whether a text, its outer blanks left out, is a number of a known issuer and nothing else. */
    static boolean isOneOfKnownIssuer(String text) {
        byte[] digits = DigitNotation.characters(text.strip());
        for (byte digit : digits) {
            if (!DigitRun.isDigit(digit)) {
                return false;
            }
        }
        return new DigitRun(digits, 0, digits.length).isOfKnownIssuer();
    }

    private static BitSet found(byte[] bytes, BiConsumer<DigitRun, BitSet> search) {
        BitSet found = new BitSet();
        search(bytes, search, found);
        DigitNotation.fromEbcdic(bytes).ifPresent(characters -> search(characters, search, found));
        BitSet halves = new BitSet();
        search(DigitNotation.halves(bytes), search, halves);
        for (int half = halves.nextSetBit(0); half >= 0; half = halves.nextSetBit(half + 1)) {
            found.set(half / 2);
        }
        return found;
    }

    private static void search(byte[] text, BiConsumer<DigitRun, BitSet> search, BitSet found) {
        for (int at = 0; at <= text.length - SHORTEST; at++) {
            if (DigitRun.isDigit(text[at])) {
                int end = DigitRun.end(text, at);
                if (end - at >= SHORTEST) {
                    search.accept(new DigitRun(text, at, end), found);
                }
                at = end;
            }
        }
    }
}
