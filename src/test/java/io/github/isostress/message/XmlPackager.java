package io.github.isostress.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A packager of a text, without a file. */
record XmlPackager(String name, String xml) implements PackagerSource {
    static IsoPackager of(String name, String xml) {
        return PackagerDefinition.read(name, new XmlPackager(name, xml));
    }

    @Override
    public byte[] content() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> beside(String relative) {
        return Optional.empty();
    }
}
