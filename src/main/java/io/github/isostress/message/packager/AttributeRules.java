package io.github.isostress.message.packager;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which attributes a packager's XML may have, and which values, by jPOS's DTDs and its reader. Stateless and
 * thread-safe.
 */
final class AttributeRules {
    private static final List<String> REQUIRED_OF_FIELD = List.of("id", "length", "class");
    private static final List<String> REQUIRED_OF_PARTS = List.of("id", "length", "class", "packager");

    /** The union of jPOS's three DTDs: generic-packager, generic-validating-packager, generic-subtag-packager. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "isopackager",
            List.of("maxValidField", "bitmapField", "thirdBitmapField", "firstField", "emitBitmap", "headerLength"),
            "isofield",
            List.of("id", "length", "name", "class", "params", "encoding", "token", "pad", "trim"),
            "isofieldpackager",
            List.of(
                    "id",
                    "length",
                    "name",
                    "class",
                    "params",
                    "token",
                    "pad",
                    "packager",
                    "validator",
                    "emitBitmap",
                    "maxValidField",
                    "bitmapField",
                    "thirdBitmapField",
                    "firstField",
                    "headerLength",
                    "tagMapper",
                    "tagSize",
                    "lenSize",
                    "swapTagAndLen"));

    private static final List<String> YES_OR_NO = List.of("emitBitmap", "pad", "trim", "swapTagAndLen");

    /** The largest sensible numbers: a length of three bytes, and tags of five digits. */
    private static final Map<String, Integer> LARGEST = Map.of(
            "id", 99_999,
            "length", 0xFFFFFF,
            "maxValidField", 99_999,
            "bitmapField", 99_999,
            "thirdBitmapField", 128,
            "firstField", 99_999,
            "headerLength", 9_999,
            "tagSize", 99,
            "lenSize", 99);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private AttributeRules() {}

    /** Whether an element can be built from its attributes; notes each mistake. */
    static boolean hold(DefinitionTag tag, Mistakes mistakes) {
        boolean complete = required(tag, mistakes);
        boolean known = true;
        for (int i = 0; i < tag.attributes().getLength(); i++) {
            String name = tag.attributes().getQName(i);
            String problem =
                    isKnown(tag, i, name) ? problem(name, tag.attributes().getValue(i)) : unknown(tag, name);
            if (problem != null) {
                mistakes.add(tag, problem);
                known = false;
            }
        }
        return complete && known;
    }

    private static boolean required(DefinitionTag tag, Mistakes mistakes) {
        List<String> missing = switch (tag.name()) {
            case "isofield" -> REQUIRED_OF_FIELD;
            case "isofieldpackager" -> REQUIRED_OF_PARTS;
            default -> List.<String>of();
        };
        missing = missing.stream().filter(name -> tag.attribute(name) == null).toList();
        missing.forEach(name -> mistakes.add(tag, "it has no attribute " + name));
        return missing.isEmpty();
    }

    /** Attributes of other vocabularies and those that the file's own DTD declares mean nothing here. */
    private static boolean isKnown(DefinitionTag tag, int index, String name) {
        return KNOWN.get(tag.name()).contains(name)
                || name.startsWith("xmlns")
                || name.contains(":")
                || tag.attributes().isDeclared(index);
    }

    private static String unknown(DefinitionTag tag, String name) {
        return "there is no attribute " + DefinitionTag.shown(name) + NearNames.didYouMean(name, KNOWN.get(tag.name()));
    }

    /** Null if the value is allowed. */
    private static String problem(String name, String value) {
        if (YES_OR_NO.contains(name)) {
            return value.equals("true") || value.equals("false")
                    ? null
                    : name + "=\"" + DefinitionTag.shown(value) + "\" is neither true nor false";
        }
        Integer largest = LARGEST.get(name);
        if (largest == null) {
            return null;
        }
        boolean fits = NUMBER.matcher(value).matches() && Integer.parseInt(value) <= largest;
        return fits ? null : name + "=\"" + DefinitionTag.shown(value) + "\" is no number from 0 to " + largest;
    }
}
