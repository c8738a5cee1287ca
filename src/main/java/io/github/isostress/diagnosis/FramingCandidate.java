package io.github.isostress.diagnosis;

import io.github.isostress.wire.Framing;
import io.github.isostress.wire.FramingPreset;
import io.github.isostress.wire.FramingText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A framing that is tried on what came.
 *
 * @param text as users write it, or as the configured framing shows itself
 */
record FramingCandidate(String text, Framing framing) {
    /** Less common than the presets: other widths and orders, lengths that count themselves, a TPDU, ETX, line ends. */
    private static final List<String> VARIANTS = List.of(
            "binary4 inclusive",
            "binary2-le inclusive",
            "bcd2 inclusive",
            "ascii4 inclusive",
            "hex4 inclusive",
            "binary4 length=binary4-le",
            "binary4 length=binary3",
            "ascii4 length=ascii3",
            "ascii4 length=ascii5",
            "ascii4 length=ascii6",
            "tpdu inclusive",
            "tpdu length=bcd2",
            "tpdu length=ascii4",
            "tpdu length=hex4",
            "binary2 header=6000000000",
            "binary2 trailer=03",
            "ascii4 trailer=03",
            "etx header=02",
            "etx trailer=0D0A",
            "etx trailer=0A");

    /** The presets in their own order, then the variants. */
    static final List<FramingCandidate> KNOWN = Stream.concat(
                    Arrays.stream(FramingPreset.values()).map(FramingPreset::presetName), VARIANTS.stream())
            .map(text -> new FramingCandidate(text, FramingText.parse(text)))
            .toList();

    /** The configured framing by the name of its preset, if it reads as one does. */
    static FramingCandidate ofConfigured(Framing configured) {
        return KNOWN.stream()
                .filter(known -> known.readsLike(configured))
                .map(known -> new FramingCandidate(known.text, configured))
                .findFirst()
                .orElseGet(() -> new FramingCandidate(configured.toString(), configured));
    }

    /** Whether what is received is cut into the same messages; headers differ in what is sent. */
    boolean readsLike(Framing other) {
        return framing.prefix().equals(other.prefix())
                && framing.inclusive() == other.inclusive()
                && framing.skippedHeader() == other.skippedHeader()
                && (framing.countsHeader() == other.countsHeader() || framing.skippedHeader() == 0)
                && Arrays.equals(framing.trailer(), other.trailer());
    }

    boolean isPreset() {
        return Arrays.stream(FramingPreset.values())
                .anyMatch(preset -> preset.presetName().equals(text));
    }

    boolean hasLength() {
        return framing.prefix().width() > 0;
    }

    /** Whether anything on the wire tells where a frame ends. */
    boolean isMarked() {
        return hasLength() || framing.trailer().length > 0;
    }

    /** Whether the header that came begins as the candidate's does: a TPDU with 60, STX with 02, Visa's with zeros. */
    boolean hasHeaderLike(byte[] received) {
        byte[] header = framing.header();
        int at = framing.prefix().width();
        return header.length == 0 || received.length > at && received[at] == header[0];
    }
}
