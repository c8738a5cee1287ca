package io.github.isostress.draft;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads bytes from source code: characters and escapes in quotes, as in Python, C, Java, JavaScript and Wireshark's
 * escaped string, or escapes alone. An escape with x has two digits. Stateless and thread-safe.
 */
final class EscapedLiteral {
    private static final Pattern HEX_ESCAPE = Pattern.compile("\\\\x[0-9A-Fa-f]{2}");
    private static final Pattern LITERAL = Pattern.compile(
            "(?<![\\w\\\\])([bBuUrR]{0,2})(?:\"((?:[^\"\\\\\\r\\n]|\\\\.)*+)\"|'((?:[^'\\\\\\r\\n]|\\\\.)*+)')");
    /** What may stand between two literals that are joined. */
    private static final Pattern JOINT = Pattern.compile("[\\s\\\\+]*+");

    private static final Pattern ESCAPES =
            Pattern.compile("(?:\\\\x[0-9A-Fa-f]{2}(?:[ \\t]*+\\\\?\\R\\s*+|[ \\t]*+)?)++");
    private static final Pattern CODE = Pattern.compile("x([0-9A-Fa-f]{2})|u00([0-9A-Fa-f]{2})|([0-3]?[0-7]{1,2})");
    private static final Pattern OCTAL_FROM_0 = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\(0[0-7]{1,2})");
    private static final Pattern OTHER_ESCAPE =
            Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\(?:x|u00|[0-7]{1,2}(?![0-7]))");
    private static final Pattern HEX_FUNCTION = Pattern.compile(
            "(?i)(?:unhex\\w*|from_?hex\\w*|a2b_hex|hex(?:2|to)\\w+|parse_?hex|decode_?hex)\\s*\\(\\s*$");
    private static final int LONGEST_CALL = 40;
    private static final Pattern DIGITS_IN_FRONT = Pattern.compile("(?<![\\w.-])(?:[0-9A-Fa-f]{2}){4,}[\\s+\"'.&]*$");
    private static final Pattern DIGITS_BEHIND = Pattern.compile("[\\s+\"'.&]*(?:0[xX])?(?:[0-9A-Fa-f]{2}){4,}(?!\\w)");
    private static final Pattern HEX_DIGITS = Pattern.compile("(?:[0-9A-Fa-f]{2})+");
    private static final String NAMES = "abfnrtv\\'\"";
    private static final String NAMED = "\u0007\b\f\n\r\t\u000b\\'\"";

    /** Adjacent literals, joined, and whether a function around them reads hex digits. */
    private record Group(StringBuilder text, boolean pythonBytes, boolean raw, boolean digits, int start, int end) {
        boolean isEscaped() {
            return text.indexOf("\\") >= 0;
        }
    }

    private EscapedLiteral() {}

    /**
     * The possible contents, the likeliest first; empty if the text has another form.
     *
     * @throws IllegalArgumentException with one clear sentence if it has this form and does not show all its bytes
     */
    static Optional<List<byte[]>> read(String pasted) {
        List<Group> groups = groups(pasted).stream()
                .filter(group -> group.isEscaped() || group.pythonBytes)
                .toList();
        if (groups.isEmpty()) {
            return HEX_ESCAPE.matcher(pasted).find() ? Optional.of(List.of(alone(pasted))) : Optional.empty();
        }
        if (groups.size() > 1) {
            throw new IllegalArgumentException("there are several texts in quotes; paste one message at a time");
        }
        requireNoDigitsBeside(pasted, groups.get(0));
        return Optional.of(bytes(groups.get(0)));
    }

    private static void requireNoDigitsBeside(String pasted, Group group) {
        if (DIGITS_IN_FRONT.matcher(pasted.substring(0, group.start)).find()
                || DIGITS_BEHIND.matcher(pasted.substring(group.end)).lookingAt()) {
            throw new IllegalArgumentException("hex digits stand beside the text in quotes; paste one of them alone");
        }
    }

    private static List<Group> groups(String pasted) {
        List<Group> groups = new ArrayList<>();
        Matcher literal = LITERAL.matcher(pasted);
        int bracket = pasted.indexOf('(');
        int end = -1;
        while (literal.find()) {
            String inside = literal.group(2) == null ? literal.group(3) : literal.group(2);
            String prefix = literal.group(1).toLowerCase(Locale.ROOT);
            boolean inBrackets = bracket >= 0 && bracket < literal.start();
            boolean continues = end >= 0 && isJoint(pasted, end, literal.start(), prefix.contains("b") && !inBrackets);
            Group before = continues
                    ? groups.remove(groups.size() - 1)
                    : new Group(
                            new StringBuilder(),
                            false,
                            false,
                            readsDigits(pasted, literal.start()),
                            literal.start(),
                            0);
            end = literal.end();
            groups.add(new Group(
                    before.text.append(inside),
                    before.pythonBytes || prefix.contains("b"),
                    before.raw || prefix.contains("r"),
                    before.digits,
                    before.start,
                    end));
        }
        return groups;
    }

    /** Python joins literals on two lines only in brackets or after a backslash. */
    private static boolean isJoint(String pasted, int from, int to, boolean inOneLine) {
        if (!JOINT.matcher(pasted).region(from, to).matches()) {
            return false;
        }
        String joint = pasted.substring(from, to);
        return !inOneLine || !joint.contains("\n") || joint.contains("\\");
    }

    private static boolean readsDigits(String pasted, int start) {
        String front = pasted.substring(Math.max(0, start - LONGEST_CALL), start);
        return HEX_FUNCTION.matcher(front).find();
    }

    /** Python prints digits from binascii.hexlify, and a message of digits, in one form: both are possible. */
    private static List<byte[]> bytes(Group group) {
        if (group.raw && group.isEscaped()) {
            throw new IllegalArgumentException("a raw literal (r) has no escapes; paste it without the r");
        }
        String text = group.text.toString();
        byte[] characters = unescaped(text);
        if (group.digits && HEX_DIGITS.matcher(text).matches()) {
            return List.of(HexFormat.of().parseHex(text));
        }
        return HEX_DIGITS.matcher(text).matches()
                ? List.of(characters, HexFormat.of().parseHex(text))
                : List.of(characters);
    }

    /** Escapes without quotes; words may stand around them, but nothing may touch them. */
    private static byte[] alone(String pasted) {
        Matcher run = ESCAPES.matcher(pasted);
        run.find();
        String escapes = run.group().replaceAll("\\s|\\\\(?=\\s)", "");
        boolean touched = touches(pasted, run.start() - 1) || touches(pasted, run.end());
        if (touched || run.find()) {
            throw new IllegalArgumentException(
                    "escapes such as \\x30 stand beside other characters; put the whole message in quotes");
        }
        return unescaped(escapes);
    }

    private static boolean touches(String pasted, int at) {
        boolean inside = at >= 0 && at < pasted.length();
        return inside && (Character.isLetterOrDigit(pasted.charAt(at)) || pasted.charAt(at) == '\\');
    }

    private static byte[] unescaped(String text) {
        if (isOctalAmbiguous(text)) {
            throw new IllegalArgumentException("\\0 with digits behind it is one byte in C and several in Rust and"
                    + " JavaScript; write \\x00 for the byte 0");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher code = CODE.matcher(text);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character > '~') {
                throw new IllegalArgumentException(
                        "character " + (at + 1)
                                + " of the text in quotes is outside ASCII, so that its bytes are not known; write it as \\x and two digits");
            }
            if (character != '\\') {
                bytes.write(character);
                continue;
            }
            int named = NAMES.indexOf(text.charAt(at + 1));
            if (named >= 0) {
                bytes.write(NAMED.charAt(named));
                at++;
            } else if (code.region(at + 1, text.length()).lookingAt()) {
                bytes.write(value(code));
                at = code.end() - 1;
            } else {
                throw new IllegalArgumentException("character " + (at + 2)
                        + " of the text in quotes begins no escape that is known; write \\x and two digits");
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Three octal digits for each byte never mix with other escapes, and a 0 is never written before a single further
     * digit.
     */
    private static boolean isOctalAmbiguous(String text) {
        boolean others = OTHER_ESCAPE.matcher(text).find();
        return OCTAL_FROM_0
                .matcher(text)
                .results()
                .anyMatch(code -> others || code.group(1).length() == 2);
    }

    private static int value(Matcher code) {
        if (code.group(3) != null) {
            return Integer.parseInt(code.group(3), 8);
        }
        return Integer.parseInt(code.group(1) == null ? code.group(2) : code.group(1), 16);
    }
}
