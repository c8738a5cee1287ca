package io.github.isostress.message.packager;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells from a file's beginning what it is if it is no packager's XML. */
final class WrongKind {
    private static final int LOOK = 512;

    private WrongKind() {}

    /** Empty if it may be XML. */
    static Optional<String> of(byte[] content) {
        String start = new String(content, 0, Math.min(LOOK, content.length), StandardCharsets.ISO_8859_1);
        String text = start.replace("\u0000", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .strip();
        if (text.startsWith("<")) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.of(content.length == 0 ? "empty" : "blank");
        }
        if (start.startsWith("PK")) {
            return Optional.of("an archive (zip or jar)");
        }
        if (start.startsWith("\u00CA\u00FE\u00BA\u00BE")) {
            return Optional.of("a Java class");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return Optional.of("JSON or a list in brackets");
        }
        return Optional.of(
                text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)) ? "text" : "a binary file");
    }

    /** The sentence for XML that begins with another element. */
    static String ofRoot(String root) {
        String kind = switch (root) {
            case "html", "HTML" -> "it is HTML";
            case "jmeterTestPlan" -> "it is a JMeter test plan";
            case "isomsg" -> "it is a message in jPOS's XML, not a packager";
            case "schema" -> "it is a message schema of jPOS, which only its FSDMsg reads";
            default -> "it is XML of another kind";
        };
        return kind + ": a packager file begins with <isopackager>, this one with <" + DefinitionTag.shown(root) + ">";
    }
}
