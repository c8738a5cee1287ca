package io.github.isostress.wire;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A framing taken apart into what users see and change of it, each part in the words of {@link FramingText}. A part
 * may hold what is no such word: then it makes a text that cannot be parsed, and parsing says why. Immutable.
 *
 * @param length how the length is written, such as {@code ascii4}
 * @param inclusive whether the length counts itself
 * @param countsHeader whether the length counts the header
 * @param header bytes sent between length and message, in hex; blank for none
 * @param skip how many header bytes stand in what is received; blank for as many as are sent
 * @param trailer bytes behind the message, in hex; blank for none
 * @param max the longest message in bytes; blank for {@link Framing#DEFAULT_MAX_LENGTH}
 */
public record FramingParts(
        String length,
        boolean inclusive,
        boolean countsHeader,
        String header,
        String skip,
        String trailer,
        String max) {

    /** Takes blanks out of the parts, in which they would end a word. */
    public FramingParts {
        length = word(length).toLowerCase(Locale.ROOT);
        header = word(header).toLowerCase(Locale.ROOT);
        skip = word(skip);
        trailer = word(trailer).toLowerCase(Locale.ROOT);
        max = word(max);
    }

    private static String word(String part) {
        return part.replaceAll("[\\s,]+", "");
    }

    /** The parts of a framing; what is as usual is blank. */
    public static FramingParts of(Framing framing) {
        byte[] header = framing.header();
        return new FramingParts(
                framing.prefix().toString(),
                framing.inclusive(),
                framing.countsHeader(),
                HexFormat.of().formatHex(header),
                framing.skippedHeader() == header.length ? "" : String.valueOf(framing.skippedHeader()),
                HexFormat.of().formatHex(framing.trailer()),
                framing.maxLength() == Framing.DEFAULT_MAX_LENGTH ? "" : String.valueOf(framing.maxLength()));
    }

    /**
     * The text that stands for these parts: the preset that has all of them, or else the one given and what differs
     * from it.
     *
     * @param preset what to begin with; another is taken if the language cannot say how the parts differ from it
     */
    public String text(FramingPreset preset) {
        return Arrays.stream(FramingPreset.values())
                .filter(each -> of(each.framing()).equals(this))
                .findFirst()
                .map(FramingPreset::presetName)
                .orElseGet(() -> differing(canBecomeThis(preset) ? preset : FramingPreset.BINARY2));
    }

    /** There is no word for a length that does not count the header. */
    private boolean canBecomeThis(FramingPreset preset) {
        return countsHeader || !preset.framing().countsHeader();
    }

    private String differing(FramingPreset preset) {
        FramingParts usual = of(preset.framing());
        return Stream.of(
                        preset.presetName(),
                        length.equals(usual.length) ? "" : "length=" + length,
                        inclusive == usual.inclusive ? "" : inclusive ? "inclusive" : "exclusive",
                        countsHeader == usual.countsHeader ? "" : "counts-header",
                        header.equals(usual.header) ? "" : "header=" + header,
                        skip.isEmpty() ? "" : "skip=" + skip,
                        trailer.equals(usual.trailer) ? "" : "trailer=" + trailer,
                        max.isEmpty() ? "" : "max=" + max)
                .filter(word -> !word.isEmpty())
                .reduce((before, word) -> before + " " + word)
                .orElseThrow();
    }
}
