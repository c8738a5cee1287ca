package io.github.isostress.jmeter.gui;

import io.github.isostress.message.Packagers;
import io.github.isostress.wire.FramingPreset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the panels offer to choose from. */
final class Choices {
    static final List<String> FRAMINGS =
            Arrays.stream(FramingPreset.values()).map(FramingPreset::presetName).toList();

    static final List<String> PACKAGERS = Stream.concat(Packagers.BUILT_IN.stream(), Stream.of(Packagers.NONE))
            .toList();

    static final String[] KEY_STORES = {".pfx", ".p12", ".jks"};

    static final String[] TRUST_STORES = {".pem", ".crt", ".cer", ".pfx", ".p12", ".jks"};

    private Choices() {}
}
