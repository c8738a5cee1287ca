package io.github.isostress.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Words and what they mean, read from a properties file beside this class. Immutable and thread-safe. */
final class Glossary {
    private final Map<String, String> meanings;

    private Glossary(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    static Glossary of(String file) {
        Properties properties = new Properties();
        try (InputStream in = Glossary.class.getResourceAsStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the table " + file + " cannot be read", e);
        }
        return new Glossary(properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(word -> word, properties::getProperty)));
    }

    Optional<String> meaning(String word) {
        return Optional.ofNullable(meanings.get(word));
    }

    Map<String, String> meanings() {
        return meanings;
    }
}
