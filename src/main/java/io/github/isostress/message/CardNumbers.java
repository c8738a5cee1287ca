package io.github.isostress.message;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jpos.iso.ISOUtil;

/**
 * Finds what passes for a card number (ISO/IEC 7812-1) in text of unknown meaning. Stateless and thread-safe.
 */
final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private static final Pattern DIGIT_RUN = Pattern.compile("[0-9]{13,}");
    /** Where digits of several values run together, only numbers of the card schemes' forms are looked for. */
    private static final Pattern SCHEME_NUMBER =
            Pattern.compile("4[0-9]{12}|3[068][0-9]{12}|3[47][0-9]{13}|[2-6][0-9]{15}|[456][0-9]{18}");
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
            if (run.end() - run.start() <= LONGEST && isLuhnValid(run.group())) {
                found.set(run.start(), trackEnd(text, run.end()));
            } else if (insideRuns) {
                inside(text, run.start(), run.end(), found);
            }
        }
        return found;
    }

    private static void inside(CharSequence text, int start, int end, BitSet found) {
        for (int from = start; from <= end - SHORTEST; from++) {
            for (int to = from + SHORTEST; to <= Math.min(from + LONGEST, end); to++) {
                String number = text.subSequence(from, to).toString();
                if (SCHEME_NUMBER.matcher(number).matches() && isLuhnValid(number)) {
                    found.set(from, to == end ? trackEnd(text, to) : to);
                }
            }
        }
    }

    private static int trackEnd(CharSequence text, int numberEnd) {
        Matcher rest = TRACK_REST.matcher(text).region(numberEnd, text.length());
        return rest.lookingAt() ? rest.end() : numberEnd;
    }

    private static boolean isLuhnValid(String digits) {
        int last = digits.length() - 1;
        return ISOUtil.calcLUHN(digits.substring(0, last)) == digits.charAt(last);
    }
}
