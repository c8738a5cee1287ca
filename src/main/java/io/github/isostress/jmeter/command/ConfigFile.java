package io.github.isostress.jmeter.command;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a JSON object of keys and single values. No sentence shows a value, which may be a password. Stateless. */
final class ConfigFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** In the reader's own words, which else may show a value. */
    private static final Pattern TWICE = Pattern.compile("^Duplicate field '([^']*)'");

    private ConfigFile() {}

    /**
     * The keys with their values, as they are written. A key whose value is null or blank is left out.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("config file " + file + " is no file on this machine");
        }
        try {
            // By its first bytes the reader knows UTF-8 with a mark at its beginning, UTF-16 and UTF-32.
            JsonNode object = JSON.readTree(Files.readAllBytes(file));
            if (!object.isObject()) {
                throw new IllegalArgumentException(
                        "config file " + file + " is no JSON object, as in {\"port\": 5000}");
            }
            return values(file, object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("config file " + file + " is no JSON that can be read" + place(e), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("config file " + file + " cannot be read", e);
        }
    }

    private static String place(JsonProcessingException mistake) {
        JsonLocation place = mistake.getLocation();
        Matcher twice = TWICE.matcher(mistake.getOriginalMessage());
        return (place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr())
                + (twice.find() ? ": key " + twice.group(1) + " stands twice" : "");
    }

    private static Map<String, String> values(Path file, JsonNode object) {
        Map<String, String> values = new LinkedHashMap<>();
        Iterator<Map.Entry<String, JsonNode>> members = object.fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            if (member.getValue().isContainerNode()) {
                throw new IllegalArgumentException("config file " + file + ": " + member.getKey()
                        + ": it needs one value, not an object or a list");
            }
            String text = text(member.getValue());
            if (!text.isBlank()) {
                values.put(member.getKey(), text);
            }
        }
        return values;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText();
    }
}
