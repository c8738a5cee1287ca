package io.github.isostress.draft;

import static io.github.isostress.draft.Imports.bytes;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The forms in which people paste bytes, and what logs write before them. */
final class PastedForms {
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    /** Forms by name, each writing bytes. */
    static final Map<String, Function<byte[], String>> FORMS = new TreeMap<>(Map.ofEntries(
            Map.entry("run", HexFormat.of()::formatHex),
            Map.entry("upper-case run", UPPER::formatHex),
            Map.entry("0x in front", bytes -> "0x" + UPPER.formatHex(bytes)),
            Map.entry("blanks", HexFormat.ofDelimiter(" ")::formatHex),
            Map.entry("colons", HexFormat.ofDelimiter(":")::formatHex),
            Map.entry("dashes", HexFormat.ofDelimiter("-").withUpperCase()::formatHex),
            Map.entry("commas", HexFormat.ofDelimiter(", ")::formatHex),
            Map.entry("0x each", HexFormat.ofDelimiter(" ").withPrefix("0x")::formatHex),
            Map.entry(
                    "C array",
                    bytes -> "{ " + HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(bytes) + " }"),
            Map.entry(
                    "C array with zeros",
                    bytes -> "{" + numbers(bytes, b -> b == 0 ? "0" : "0x%02X".formatted(b & 0xFF)) + "}"),
            Map.entry("C array with suffixes", bytes -> "{" + numbers(bytes, b -> "0x%02xU".formatted(b & 0xFF)) + "}"),
            Map.entry("C array with characters", bytes -> "{" + numbers(bytes, PastedForms::character) + "}"),
            Map.entry(
                    "Kotlin",
                    bytes -> "byteArrayOf(" + numbers(bytes, b -> "0x%02X.toByte()".formatted(b & 0xFF)) + ")"),
            Map.entry("Rust", bytes -> "[" + numbers(bytes, b -> "0x%02x_u8".formatted(b & 0xFF)) + "]"),
            Map.entry(
                    "unhexlify",
                    bytes -> "binascii.unhexlify(b'" + HexFormat.of().formatHex(bytes) + "')"),
            Map.entry("Java array", bytes -> "{" + numbers(bytes, b -> "(byte) 0x%02X".formatted(b & 0xFF)) + "}"),
            Map.entry("Java numbers", bytes -> "[" + numbers(bytes, b -> String.valueOf((int) b)) + "]"),
            Map.entry("unsigned numbers", bytes -> "[" + numbers(bytes, b -> String.valueOf(b & 0xFF)) + "]"),
            Map.entry("run in quotes", bytes -> "'" + HexFormat.of().formatHex(bytes) + "'"),
            Map.entry("run in double quotes", bytes -> '"' + UPPER.formatHex(bytes) + '"'),
            Map.entry("run in brackets", bytes -> "[" + UPPER.formatHex(bytes) + "]"),
            Map.entry(
                    "blanks in brackets",
                    bytes -> "<" + HexFormat.ofDelimiter(" ").formatHex(bytes) + ">"),
            Map.entry("name=", bytes -> "msg=" + HexFormat.of().formatHex(bytes)),
            Map.entry("name:", bytes -> "message: " + HexFormat.of().formatHex(bytes)),
            Map.entry("Python", PastedForms::python),
            Map.entry(
                    "escapes in quotes",
                    bytes -> '"' + HexFormat.of().withPrefix("\\x").formatHex(bytes) + '"'),
            Map.entry("escapes alone", HexFormat.of().withPrefix("\\x")::formatHex),
            Map.entry("octal escapes", bytes -> '"' + joined(bytes, b -> "\\%03o".formatted(b & 0xFF)) + '"'),
            Map.entry("Java escapes", bytes -> '"' + joined(bytes, b -> "\\u00%02x".formatted(b & 0xFF)) + '"'),
            Map.entry("C text", bytes -> "char m[] = " + python(bytes).substring(1) + ";")));

    /** What a log writes before the bytes. */
    static final List<String> STAMPS = List.of(
            "",
            "2026-02-19 10:57:18,224 ",
            "2026-02-19 10:57:18,224 DEBUG n.c.b.j.i.ISO8583Sampler: Packed request ",
            "[2026-02-19 10:57:18.224] sent ",
            "2026-02-19T10:57:18.224Z sent ",
            "2026-02-19T10:57:18+01:00 INFO [nio-8080-exec-1] c.b.Gateway - out: ",
            "10:57:18.224 sent ",
            "10:57:18 ",
            "10:57:18 sent ",
            "19/02/2026 10:57:18 ",
            "19/Feb/2026:10:57:18 +0100 \t",
            "Feb 19 10:57:18 host switch[4711]: ",
            "sent 18 bytes to 10.0.0.1:5000: ");

    /** Writes one byte. */
    interface Written {
        String of(byte b);
    }

    private static String numbers(byte[] bytes, Written written) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> written.of(bytes[i]))
                .collect(Collectors.joining(", "));
    }

    private static String character(byte b) {
        return b >= '0' && b <= '9' ? "'" + (char) b + "'" : "0x%02X".formatted(b & 0xFF);
    }

    static String joined(byte[] bytes, Written written) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> written.of(bytes[i]))
                .collect(Collectors.joining());
    }

    private static String python(byte[] bytes) {
        return "b'"
                + joined(bytes, b -> switch (b) {
                    case '\n' -> "\\n";
                    case '\t' -> "\\t";
                    case '\\' -> "\\\\";
                    case '\'' -> "\\'";
                    default -> b >= ' ' && b <= '~' ? String.valueOf((char) b) : "\\x%02x".formatted(b & 0xFF);
                })
                + "'";
    }

    private PastedForms() {}
}
