package io.github.isostress.draft;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Reads one message's hex digits from a text with words, such as a line of a log or of source code. The digits stand in
 * one run, or in groups with one sign between them. For one text.
 */
final class DigitsAmongWords {
    private static final String GROUP = "(?:0[xX])?(?:[0-9A-Fa-f]{2})+";
    /** The sign between two groups is a blank, colon, comma or dash, and never changes. */
    private static final Pattern SEQUENCE = Pattern.compile("(?<![\\w.-])" + GROUP + "(?:(?: " + GROUP + ")++|(?::"
            + GROUP + ")++|(?:, ?" + GROUP + ")++|(?:-" + GROUP + ")++|)");
    /** What follows the last group if that is part of a word. */
    private static final Pattern TOUCHED = Pattern.compile("\\G(?:[\\w-]|\\.\\w)");

    private static final Pattern SIGN = Pattern.compile("[ :,-]+");
    private static final Pattern ONLY_BYTES = Pattern.compile("[0-9A-Fa-f\\s]+");
    private static final Pattern CUT_OFF = Pattern.compile(
            "\\G[\\s,;\"'|]*(?:\\.\\.|\u2026|\\+\\s*\\d|[<(\\[{]?\\s*(?i:trunc|snip|cut\\b|etc\\b|omit|skipp|(?:and )?(?:\\d+ )?more\\b))");
    private static final Pattern GOES_ON = Pattern.compile("\\G(?:[|/+_\\\\]\\s*[0-9A-Fa-f]{2}|,\\s*[\\w'\"(])");
    private static final Pattern HAS_BEGUN = Pattern.compile("[\\w'\")]\\s*[,|/+_\\\\]\\s*$");
    /** Signs for bytes that are not shown, or between the pieces of a text in source code. */
    private static final Pattern GAP = Pattern.compile(
            "(?![)\\]:=])[\\s'\"+.()#?*<>&~\u2026Xx_-]*(?:[#?*~\u2026Xx_+'\"&]|\\.\\.|--)[\\s'\"+.()#?*<>&~\u2026Xx_-]*");

    private static final Pattern MERE_SIGNS = Pattern.compile("(?![)\\]])[\\s.()<>-]*");
    private static final String MASK = "**";
    /** A piece of a message has at least this many bytes; fewer may be a number. */
    private static final int PIECE = 4;
    /** A message has at least this many bytes: MTI and bitmap in their shortest form. */
    private static final int FEWEST = 10;

    /** Groups of digits in a line. */
    private record Sequence(PastedLine line, int start, int end, List<String> groups) {
        int length() {
            return groups.stream().mapToInt(String::length).sum() / 2;
        }

        String front() {
            return line.text().substring(0, start).strip();
        }

        boolean isInBlanks() {
            return groups.size() > 1 && line.text().substring(start, end).indexOf(' ') > 0;
        }

        boolean endsTheLine() {
            return line.text().substring(end).isBlank();
        }

        byte[] bytes(int from) {
            return HexFormat.of().parseHex(String.join("", groups.subList(from, groups.size())));
        }
    }

    private final List<Sequence> sequences = new ArrayList<>();
    private final String text;

    DigitsAmongWords(List<PastedLine> lines) {
        StringBuilder all = new StringBuilder();
        for (PastedLine line : lines) {
            all.append(line.text()).append('\n');
            Matcher match = SEQUENCE.matcher(line.text());
            while (match.find()) {
                sequence(line, match).ifPresent(sequences::add);
            }
        }
        this.text = all.toString();
    }

    /** Before a word, one group is bytes; more groups may be bytes of which one is damaged. */
    private static Optional<Sequence> sequence(PastedLine line, Matcher match) {
        List<String> groups = new ArrayList<>();
        int end = match.end();
        for (String group : SIGN.split(match.group())) {
            groups.add(StringUtils.removeStartIgnoreCase(group, "0x"));
        }
        if (TOUCHED.matcher(line.text()).region(end, line.text().length()).lookingAt()) {
            if (groups.size() != 2) {
                return Optional.empty();
            }
            String last = groups.remove(1);
            String front = match.group().substring(0, match.group().length() - last.length());
            end = match.start()
                    + StringUtils.stripEnd(StringUtils.removeEndIgnoreCase(front, "0x"), " :,-")
                            .length();
        }
        return Optional.of(new Sequence(line, match.start(), end, groups));
    }

    /**
     * The possible messages, the likeliest first; empty if there is none, or more than one message.
     *
     * @throws IllegalArgumentException naming the line in which some bytes are left out
     */
    Optional<List<byte[]>> read() {
        if (text.contains(MASK)) {
            return Optional.empty();
        }
        List<Sequence> messages =
                sequences.stream().filter(each -> each.length() >= FEWEST).toList();
        Optional<byte[]> rows = rows();
        if (rows.isPresent()) {
            return rows.map(List::of);
        }
        if (messages.size() != 1 || sequences.stream().anyMatch(each -> isRowBeside(each, messages.get(0)))) {
            return Optional.empty();
        }
        requireAll(messages.get(0));
        return candidates(messages.get(0));
    }

    /** The bytes of a log that repeats one text before the bytes of each line. */
    private Optional<byte[]> rows() {
        long lines = text.lines().count();
        boolean rows = sequences.size() == lines
                && lines > 1
                && sequences.stream().allMatch(Sequence::endsTheLine)
                && sequences.stream().map(Sequence::front).distinct().count() == 1;
        if (!rows) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        sequences.forEach(each -> each.groups.forEach(digits::append));
        return Optional.of(HexFormat.of().parseHex(digits));
    }

    /** Whether another line holds bytes that may belong to the message. */
    private static boolean isRowBeside(Sequence other, Sequence message) {
        boolean row =
                ONLY_BYTES.matcher(other.line.text()).matches() || other.groups.size() > 1 || other.length() >= PIECE;
        return row && other.line != message.line;
    }

    private void requireAll(Sequence message) {
        String line = message.line.text();
        int place = sequences.indexOf(message);
        for (int i = 0; i < sequences.size(); i++) {
            Sequence other = sequences.get(i);
            boolean piece = i != place
                    && other.line == message.line
                    && (other.isInBlanks() || Math.abs(i - place) == 1 && isPieceOf(other, message));
            if (piece) {
                throw message.line.refusal(
                        Math.min(other.end, message.end), "there are bytes on both sides of this; paste them alone");
            }
        }
        if (CUT_OFF.matcher(line).region(message.end, line.length()).lookingAt()) {
            throw message.line.refusal("the bytes are cut off (...)");
        }
        if (GOES_ON.matcher(line).region(message.end, line.length()).lookingAt()) {
            throw message.line.refusal(message.end, "the bytes go on behind this sign; paste them without it");
        }
        if (HAS_BEGUN.matcher(message.front()).find()) {
            throw message.line.refusal(message.start, "the bytes may have begun before; paste them alone");
        }
    }

    /** Whether no word between the two says that the other is not bytes. */
    private static boolean isPieceOf(Sequence other, Sequence message) {
        int from = Math.min(other.end, message.end);
        int to = Math.max(other.start, message.start);
        String between = message.line.text().substring(from, to);
        return GAP.matcher(between).matches()
                || other.length() >= PIECE && MERE_SIGNS.matcher(between).matches();
    }

    /** A number in front of the bytes may be a word of the text. */
    private static Optional<List<byte[]>> candidates(Sequence message) {
        List<String> groups = message.groups;
        byte[] all = message.bytes(0);
        List<byte[]> found = new ArrayList<>();
        groups.stream()
                .filter(group -> groups.size() > 1 && group.length() >= 2 * FEWEST)
                .forEach(group -> found.add(HexFormat.of().parseHex(group)));
        if (found.isEmpty() && !message.front().isEmpty() && mayBeAWord(groups.get(0), all.length)) {
            found.add(message.bytes(1));
        }
        found.add(all);
        return found.size() > 2 ? Optional.empty() : Optional.of(found);
    }

    /** Whether the group may be a word such as {@code be}, or the number of bytes. */
    private static boolean mayBeAWord(String group, int length) {
        int bytesBehind = length - group.length() / 2;
        return StringUtils.isAlpha(group) || StringUtils.stripStart(group, "0").equals(String.valueOf(bytesBehind));
    }
}
