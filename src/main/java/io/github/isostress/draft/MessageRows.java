package io.github.isostress.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises rows of hex digits of which each may be a message. Stateless and thread-safe. */
final class MessageRows {
    /** Bytes at a line's end, at least as many as a message has. */
    private static final Pattern BYTES_AT_END =
            Pattern.compile("(?<![\\w.-])(?:(?:0[xX])?[0-9A-Fa-f]{2}[ \\t:,-]{0,2}+){10,}+\\s*$");

    private static final Pattern SIGNS = Pattern.compile("0[xX]|[^0-9A-Fa-f]");
    /** Version, class, function and originator (ISO 8583) in ASCII, BCD or EBCDIC. */
    private static final Pattern MTI =
            Pattern.compile("(?i)(?:3[0-2]3[1-8]3[0-9]3[0-5]|[0-2][1-8][0-9][0-5]|F[0-2]F[1-8]F[0-9]F[0-5]).*");

    private static final int FIRST_BYTES = 4;

    private MessageRows() {}

    /** Whether all lines end with bytes that begin alike, or that begin like messages. */
    static boolean areIn(List<PastedLine> lines) {
        List<String> rows = new ArrayList<>();
        for (PastedLine line : lines) {
            Matcher bytes = BYTES_AT_END.matcher(line.text());
            if (!bytes.find()) {
                return false;
            }
            rows.add(SIGNS.matcher(bytes.group()).replaceAll(""));
        }
        return rows.size() > 1
                && (rows.stream()
                                        .map(row -> row.substring(0, FIRST_BYTES))
                                        .distinct()
                                        .count()
                                == 1
                        || rows.stream().allMatch(row -> MTI.matcher(row).matches()));
    }
}
