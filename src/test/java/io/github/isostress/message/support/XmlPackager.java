package io.github.isostress.message.support;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.PackagerDefinition;
import io.github.isostress.message.packager.PackagerSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A packager of a text, without a file. */
public record XmlPackager(String name, String xml) implements PackagerSource {
    public static IsoPackager of(String name, String xml) {
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
