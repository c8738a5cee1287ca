package io.github.isostress.diagnosis;

import io.github.isostress.framing.FixedBytes;
import io.github.isostress.framing.FramePart;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.framing.FramingReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A framing that is tried on received bytes.
 *
 * @param text the framing as users write it
 */
record FramingCandidate(String text, Framing framing) {
    /**
     * Framings less common than the presets: other widths and byte orders, lengths that count themselves, a TPDU, STX,
     * ETX and LRC.
     */
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
            "etx lead=02",
            "etx trailer=0D0A",
            "etx trailer=0A",
            "ascii4 length=ebcdic4",
            "ascii4 length=ebcdic4 inclusive",
            "binary2 trailer=03 uncounted-trailer",
            "binary2 lead=02 trailer=03 uncounted-trailer lrc",
            "binary2 lead=02 trailer=03 lrc",
            "binary2 lead=02 trailer=03 lrc counts-lrc",
            "bcd2 lead=02 trailer=03 uncounted-trailer lrc",
            "ascii4 lead=02 trailer=03 uncounted-trailer lrc",
            "etx lead=02 lrc",
            "etx lrc");

    /** The presets in their order, then the variants. */
    static final List<FramingCandidate> KNOWN = Stream.concat(
                    Arrays.stream(FramingPreset.values()).map(FramingPreset::presetName), VARIANTS.stream())
            .map(text -> new FramingCandidate(text, FramingReader.parse(text)))
            .toList();

    /** The configured framing, named by a preset if it reads like one. */
    static FramingCandidate ofConfigured(Framing configured) {
        return KNOWN.stream()
                .filter(known -> known.readsLike(configured))
                .map(known -> new FramingCandidate(known.text, configured))
                .findFirst()
                .orElseGet(() -> new FramingCandidate(configured.toString(), configured));
    }

    /** Whether both cut received bytes into the same messages; headers that are sent may differ. */
    boolean readsLike(Framing other) {
        return framing.prefix().equals(other.prefix())
                && framing.lead().equals(other.lead())
                && framing.filler().length() == other.filler().length()
                && framing.header().skip() == other.header().skip()
                && framing.trailer().equals(other.trailer())
                && framing.lrc() == other.lrc()
                && (!hasLength() || FramePart.COUNTABLE.stream().allMatch(part -> countsAlike(part, other)));
    }

    private boolean countsAlike(FramePart part, Framing other) {
        boolean isThere = part == FramePart.HEADER ? framing.header().skip() != 0 : framing.length(part) > 0;
        return !isThere || framing.counts(part) == other.counts(part);
    }

    boolean isPreset() {
        return Arrays.stream(FramingPreset.values())
                .anyMatch(preset -> preset.presetName().equals(text));
    }

    boolean hasLength() {
        return framing.prefix().width() > 0;
    }

    /** Whether a length or a trailer marks the end of a frame. */
    boolean isMarked() {
        return hasLength() || !framing.trailer().isEmpty();
    }

    /** Whether the bytes begin with this candidate's lead, filler and header: a TPDU with 60, Visa's with zeros. */
    boolean beginsLike(byte[] received) {
        int at = framing.length(FramePart.LEAD) + framing.length(FramePart.LENGTH);
        FixedBytes header = framing.header().sent();
        int headerAt = at + framing.length(FramePart.FILLER);
        boolean headerBegins = header.isEmpty()
                || framing.header().hasOwnLength()
                || received.length > headerAt && received[headerAt] == header.at(0);
        return headerBegins
                && framing.lead().standAt(0, received)
                && framing.filler().standAt(at, received);
    }
}
