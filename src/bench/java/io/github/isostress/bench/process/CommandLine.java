package io.github.isostress.bench.process;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line between the bench and one of its processes: a name, and values that hold no blank. Immutable.
 *
 * @param name what to do, or that it was done
 * @param values {@code key=value}, in their order
 */
public record CommandLine(String name, Map<String, String> values) {
    /** Reads such a line. */
    public static CommandLine parse(String line) {
        String[] words = line.strip().split(" +");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            values.put(pair[0], pair.length > 1 ? pair[1] : "true");
        }
        return new CommandLine(words[0], values);
    }

    /** A line without values. */
    public static CommandLine of(String name) {
        return new CommandLine(name, Map.of());
    }

    /** The same line with one value more. */
    public CommandLine with(String key, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, String.valueOf(value));
        return new CommandLine(name, more);
    }

    /** A value; the other one if it is not there. */
    public String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /** Whether there is such a value and it is {@code true}. */
    public boolean has(String key) {
        return Boolean.parseBoolean(text(key, "false"));
    }

    /** A whole number; the other one if it is not there. */
    public long number(String key, long otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : Long.parseLong(value);
    }

    /** A number that must be there. */
    public double number(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no '" + key + "' in: " + this);
        }
        return Double.parseDouble(value);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(name);
        values.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
        return line.toString();
    }
}
