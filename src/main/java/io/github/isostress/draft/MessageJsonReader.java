package io.github.isostress.draft;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a message from a JSON object of element numbers and values. Stateless and thread-safe. */
final class MessageJsonReader {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /** Such as 2, 002, DE2, F2, field_2, 48.1 or 55.9F02. */
    private static final Pattern KEY =
            Pattern.compile("(?i)(?:DE|F|P|S|BIT|FIELD|ELEMENT)?[ _.-]?0*(\\d{1,3}(?:\\.[0-9A-F]{1,8}){0,8})");

    private static final Pattern PART = Pattern.compile("[0-9A-Za-z]{1,8}");
    private static final int DEEPEST = 8;
    private static final int SHOWN = 6;

    private MessageJsonReader() {}

    /**
     * @throws IllegalArgumentException naming the place and what is wrong
     */
    static NamedValues read(String json) {
        JsonNode root = tree(json);
        NamedValues values = new NamedValues();
        for (Iterator<Map.Entry<String, JsonNode>> i = root.fields(); i.hasNext(); ) {
            Map.Entry<String, JsonNode> element = i.next();
            add(values, path(element.getKey()), element.getValue(), 0);
        }
        return values;
    }

    private static JsonNode tree(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null || place.getLineNr() < 1 ? "" : "line " + place.getLineNr() + ": ";
            String what = e.getClass().getSimpleName().startsWith("JsonParse")
                            && e.getOriginalMessage().startsWith("Duplicate")
                    ? "an element comes a second time"
                    : "the JSON is not well-formed here";
            throw new IllegalArgumentException(where + what, e);
        }
    }

    private static String path(String key) {
        Matcher match = KEY.matcher(key.strip());
        if (match.matches()) {
            return match.group(1);
        }
        return key.strip().equalsIgnoreCase("MTI") ? "0" : refuse(key);
    }

    private static String refuse(String key) {
        String shown = key.length() <= SHOWN ? key : key.substring(0, SHOWN) + "...";
        throw new IllegalArgumentException("'" + shown.replaceAll("\\p{Cntrl}|[\u2028\u2029]", " ")
                + "' is no data element: keys are numbers such as \"2\" or \"DE2\", and parts or tags inside them");
    }

    private static void add(NamedValues values, String path, JsonNode value, int depth) {
        if (value.isTextual() || value.isIntegralNumber()) {
            values.add(path, value.asText(), false);
        } else if (value.isObject() && depth < DEEPEST) {
            for (Iterator<Map.Entry<String, JsonNode>> i = value.fields(); i.hasNext(); ) {
                Map.Entry<String, JsonNode> part = i.next();
                if (!PART.matcher(part.getKey()).matches()) {
                    refuse(part.getKey());
                }
                add(values, path + "." + part.getKey(), part.getValue(), depth + 1);
            }
        } else if (!value.isNull()) {
            throw new IllegalArgumentException(
                    "element " + path + ": write its value in quotes, or its parts in braces");
        }
    }
}
