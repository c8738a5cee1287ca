package io.github.isostress.diagnosis;

import io.github.isostress.words.Plural;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises bytes of other protocols by how they begin. Stateless and thread-safe. */
final class ForeignProtocol {
    private static final int LONGEST_BEGINNING = 64;
    private static final int SHORTEST_TEXT = 4;
    private static final Pattern HTTP = Pattern.compile("(?s)HTTP/\\d(?:\\.\\d)? (\\d{3})\\b.*");

    /** RFC 8446, section 5.1: content type, version, length. */
    private static final int RECORD_HEADER = 5;

    private static final int ALERT = 21;
    private static final int FATAL = 2;
    private static final int LONGEST_RECORD = (1 << 14) + 2048;
    private static final Map<Integer, String> CONTENT_TYPES =
            Map.of(20, "change cipher spec", ALERT, "alert", 22, "handshake", 23, "application data");

    private static final Map<Integer, String> ALERTS = Map.of(
            0, "close_notify",
            10, "unexpected_message",
            22, "record_overflow",
            40, "handshake_failure",
            47, "illegal_parameter",
            50, "decode_error",
            70, "protocol_version",
            80, "internal_error");

    private ForeignProtocol() {}

    /** A sentence that names the protocol and shows none of the content; empty for unknown protocols. */
    static Optional<String> named(byte[] bytes) {
        return tls(bytes).or(() -> http(bytes));
    }

    /** Whether they begin with a record of TLS. */
    static boolean isTls(byte[] bytes) {
        return tls(bytes).isPresent();
    }

    private static Optional<String> tls(byte[] bytes) {
        if (bytes.length < RECORD_HEADER
                || !CONTENT_TYPES.containsKey((int) bytes[0])
                || bytes[1] != 3
                || bytes[2] > 4
                || bytes[2] < 0) {
            return Optional.empty();
        }
        int length = (bytes[3] & 0xFF) << 8 | bytes[4] & 0xFF;
        if (length == 0 || length > LONGEST_RECORD) {
            return Optional.empty();
        }
        return Optional.of("the bytes are a TLS " + CONTENT_TYPES.get((int) bytes[0]) + alert(bytes, length)
                + ", no frame: the host speaks TLS and expects it here");
    }

    private static String alert(byte[] bytes, int length) {
        if (bytes[0] != ALERT || length != 2 || bytes.length < RECORD_HEADER + length) {
            return "";
        }
        int description = bytes[RECORD_HEADER + 1] & 0xFF;
        return " (" + (bytes[RECORD_HEADER] == FATAL ? "fatal, " : "warning, ")
                + ALERTS.getOrDefault(description, "number " + description) + ")";
    }

    private static Optional<String> http(byte[] bytes) {
        Matcher match = HTTP.matcher(beginning(bytes));
        return match.matches()
                ? Optional.of("the bytes are an HTTP answer with status " + match.group(1)
                        + ", no frame: a web server or a proxy listens at this port")
                : Optional.empty();
    }

    /** A sentence that says that the bytes are readable text, and shows none of it. */
    static Optional<String> text(byte[] bytes) {
        if (bytes.length < SHORTEST_TEXT) {
            return Optional.empty();
        }
        boolean letters = false;
        for (byte each : bytes) {
            if (!isText(each)) {
                return Optional.empty();
            }
            letters |= Character.isLetter(each);
        }
        return letters
                ? Optional.of("the " + Plural.of(bytes.length, "byte is", "bytes are") + " readable text"
                        + kind(beginning(bytes))
                        + ", no frame of a framing known here: perhaps the host, or what listens in its place, says in"
                        + " words what is wrong")
                : Optional.empty();
    }

    private static boolean isText(byte each) {
        return each >= ' ' && each <= '~' || each == '\r' || each == '\n' || each == '\t';
    }

    private static String kind(String beginning) {
        if (beginning.startsWith("SSH-")) {
            return " (an SSH server's greeting)";
        }
        if (beginning.startsWith("<")) {
            return " (XML or HTML)";
        }
        return beginning.startsWith("{") ? " (JSON)" : "";
    }

    private static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, LONGEST_BEGINNING), StandardCharsets.ISO_8859_1);
    }
}
