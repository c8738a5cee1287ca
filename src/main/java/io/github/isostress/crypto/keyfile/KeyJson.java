package io.github.isostress.crypto.keyfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.isostress.crypto.key.KeyLineWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lines of keys in a JSON object: by name either the rest of the line, or an object of use, algorithm and settings.
 * What Jackson says of bad JSON may show the text around it, so it is not repeated.
 */
final class KeyJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String USE = "use";
    private static final String ALGORITHM = "algorithm";

    private final JsonParser parser;
    private final SortedMap<Integer, List<String>> lines = new TreeMap<>();

    private KeyJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The words by number of the line on which the name stands; of more names on one line, by the numbers that follow.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    static SortedMap<Integer, List<String>> lines(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            KeyJson reader = new KeyJson(parser);
            reader.read();
            return reader.lines;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalArgumentException("line " + line + ": the JSON is not well-formed here");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() throws IOException {
        require(parser.nextToken(), JsonToken.START_OBJECT, "the keys are a JSON object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            List<String> words = new ArrayList<>();
            words.add(parser.currentName());
            int line = parser.currentLocation().getLineNr();
            int free = lines.isEmpty() ? line : Math.max(line, lines.lastKey() + 1);
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                words.addAll(KeyLineWords.of(parser.getText()));
            } else {
                require(parser.currentToken(), JsonToken.START_OBJECT, "a key is a text or an object");
                key(words);
            }
            lines.put(free, words);
        }
        if (parser.nextToken() != null) {
            throw refusal("something follows the object");
        }
    }

    private void key(List<String> words) throws IOException {
        List<String> settings = new ArrayList<>();
        String use = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            String value = token == JsonToken.START_ARRAY ? components() : text(token);
            if (name.equals(USE)) {
                use = value;
            } else {
                settings.add(name.equals(ALGORITHM) ? value : name + "=" + value);
            }
        }
        words.add(use);
        words.addAll(settings);
    }

    private String components() throws IOException {
        List<String> components = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            components.add(text(parser.currentToken()));
        }
        return String.join("+", components);
    }

    private String text(JsonToken token) throws IOException {
        require(token, JsonToken.VALUE_STRING, "what a key consists of stands in quotes");
        return parser.getText();
    }

    private void require(JsonToken token, JsonToken needed, String rule) {
        if (token != needed) {
            throw refusal(rule);
        }
    }

    private IllegalArgumentException refusal(String rule) {
        return new IllegalArgumentException("line " + parser.currentLocation().getLineNr() + ": " + rule);
    }
}
