package io.github.isostress.message.masking;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits that stand together and where each stands in the text. Used by one thread. */
final class DigitRun {
    private static final int SHORTEST = CardNumbers.SHORTEST;
    private static final int LONGEST = CardNumbers.LONGEST;

    /** Track 3, the longest, has 107 characters (ISO/IEC 7813, 4909). */
    private static final int LONGEST_TRACK = 107;

    /** What a track has behind the number: of track 2 the rest, of track 1 the name and the rest. */
    private static final Pattern TRACK_REST =
            Pattern.compile("[=DdF][0-9A-Fa-f=]*|\\^[^^]{0,30}(?:\\^[0-9A-Za-z ?]*)?");
    /**
     * The rest of a track with expiry date and service code: so surely a track that its number need not be Luhn-valid.
     */
    private static final Pattern SURE_TRACK_REST = Pattern.compile("[=Dd][0-9]{7}.*|\\^[^^]{2,30}\\^[0-9]{7}.*");

    private static final Pattern DATE_AND_TIME =
            Pattern.compile("20[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]");
    private static final int DATE_AND_TIME_LENGTH = 14;

    private final byte[] text;
    private final byte[] digits;
    private final int[] places;
    private int count;
    /** The sums of the digits in front of each digit, with odd or with even places counted double. */
    private final int[][] sums;

    DigitRun(byte[] text, int start, int end) {
        this.text = text;
        this.digits = new byte[end - start];
        this.places = new int[end - start];
        for (int i = start; i < end; i++) {
            if (isDigit(text[i])) {
                places[count] = i;
                digits[count++] = (byte) (text[i] - '0');
            }
        }
        this.sums = new int[2][count + 1];
        for (int i = 0; i < count; i++) {
            sums[i % 2][i + 1] = sums[i % 2][i] + digits[i];
            sums[1 - i % 2][i + 1] = sums[1 - i % 2][i] + 2 * digits[i] - (digits[i] > 4 ? 9 : 0);
        }
    }

    static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /**
     * The offset behind the last digit that stands together with the first, in groups, too, as people write card
     * numbers.
     */
    static int end(byte[] text, int start) {
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

    /** Adds the offsets of what looks like a card number. */
    void search(BitSet found) {
        if (count < SHORTEST || isDateAndTime()) {
            return;
        }
        int trackEnd = trackEnd();
        if (isSureTrack(trackEnd)) {
            found.set(places[Math.max(0, count - LONGEST)], trackEnd);
        }
        if (count <= LONGEST && isLuhnValid(0, count) && !isZero()) {
            found.set(places[0], trackEnd);
            return;
        }
        for (int from = 0; from <= count - SHORTEST; from++) {
            int to = digits[from] == 0 ? 0 : longestFrom(from);
            if (to > 0) {
                found.set(places[from], to == count ? trackEnd : places[to - 1] + 1);
            }
        }
    }

    private boolean isDateAndTime() {
        return count == DATE_AND_TIME_LENGTH
                && DATE_AND_TIME.matcher(written(0, DATE_AND_TIME_LENGTH)).matches();
    }

    private boolean isZero() {
        return sums[0][count] == 0;
    }

    /** The offset behind the longest card number that begins there; 0 if none does. */
    private int longestFrom(int from) {
        for (int to = Math.min(from + LONGEST, count); to >= from + SHORTEST; to--) {
            if (isLuhnValid(from, to)) {
                return to;
            }
        }
        return 0;
    }

    /** Adds the offsets of what {@link CardNumbers#marked} names. */
    void searchMarked(BitSet found) {
        for (int from = 2; from <= count - SHORTEST; from++) {
            int to = from + 10 * digits[from - 2] + digits[from - 1];
            if (to <= count && isOfKnownIssuer(from, to)) {
                found.set(places[from], to == count ? trackEnd() : places[to - 1] + 1);
            }
        }
        if (isBeforeSeparator()) {
            for (int from = Math.max(0, count - LONGEST); from <= count - SHORTEST; from++) {
                if (isOfKnownIssuer(from, count)) {
                    found.set(places[from], trackEnd());
                }
            }
        }
    }

    /** {@code =} in text, a half byte of D in BCD. */
    private boolean isBeforeSeparator() {
        int behind = count == 0 ? text.length : places[count - 1] + 1;
        return behind < text.length && (text[behind] == '=' || text[behind] == 'd');
    }

    /** Whether all of the digits are a number of a known issuer. */
    boolean isOfKnownIssuer() {
        return isOfKnownIssuer(0, count);
    }

    private boolean isOfKnownIssuer(int from, int to) {
        return to - from >= SHORTEST
                && to - from <= LONGEST
                && isLuhnValid(from, to)
                && CardIssuers.know(written(from, from + CardIssuers.DIGITS), to - from);
    }

    private String written(int from, int to) {
        StringBuilder written = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            written.append((char) ('0' + digits[i]));
        }
        return written.toString();
    }

    private int trackEnd() {
        Matcher rest = TRACK_REST.matcher(behind());
        return places[count - 1] + 1 + (rest.lookingAt() ? rest.end() : 0);
    }

    private boolean isSureTrack(int trackEnd) {
        return trackEnd > places[count - 1] + 1
                && SURE_TRACK_REST.matcher(behind()).matches();
    }

    private String behind() {
        int start = places[count - 1] + 1;
        return new String(text, start, Math.min(LONGEST_TRACK, text.length - start), StandardCharsets.ISO_8859_1);
    }

    /** ISO/IEC 7812-1, annex B: every second digit from the right counts double, its own digits added up. */
    private boolean isLuhnValid(int from, int to) {
        int[] sum = sums[(to - 1) % 2];
        return (sum[to] - sum[from]) % 10 == 0;
    }
}
