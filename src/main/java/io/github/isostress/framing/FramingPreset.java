package io.github.isostress.framing;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The framings met most often, each with the jPOS 2.1.10 channel that speaks it. A preset answers polls if that channel
 * does so by default.
 */
public enum FramingPreset {
    /** No length; a frame ends with a pause: X25Channel. */
    NONE("none", "length=none"),
    /** Two bytes, big-endian, not counting themselves: PostChannel, NACChannel without a header. */
    BINARY2("binary2", "length=binary2"),
    /** Two bytes, big-endian, counting themselves: AmexChannel. */
    BINARY2_INCLUSIVE("binary2-inclusive", "length=binary2 inclusive polls=answer"),
    /** Two bytes, little-endian: no jPOS channel. */
    BINARY2_LE("binary2-le", "length=binary2-le"),
    /** Four bytes, big-endian: RawChannel. */
    BINARY4("binary4", "length=binary4"),
    /** Four BCD digits in two bytes: NCCChannel and BCDChannel without a header. */
    BCD2("bcd2", "length=bcd2"),
    /** Four ASCII digits: ASCIIChannel. */
    ASCII4("ascii4", "length=ascii4"),
    /** Four hexadecimal digits: HEXChannel. */
    HEX4("hex4", "length=hex4"),
    /** Two bytes, big-endian, counting a TPDU of five bytes that follows them: NACChannel with a header. */
    TPDU("tpdu", "length=binary2 counts-header header=6000000000"),
    /** Two bytes, big-endian, and two zero bytes that are not counted: CSChannel, and VAPChannel but for its header. */
    VISA("visa", "length=binary2 header=0000 polls=answer"),
    /**
     * As {@link #VISA}, then a header of 22 bytes that carries the length of header and message. The header of a
     * rejected message is longer: VAPChannel with its BASE1Header.
     */
    VISA_BASE1(
            "visa-base1",
            "length=binary2 filler=0000 counts-header header=160102LLLL" + "00".repeat(17) + " skip=own polls=answer"),
    /** No length; a frame ends at its ETX (03): BASE24Channel. */
    ETX("etx", "length=none trailer=03");

    private final String presetName;
    private final Framing framing;

    FramingPreset(String presetName, String words) {
        this.presetName = presetName;
        this.framing = FramingReader.of(Framing.BARE, words);
    }

    public String presetName() {
        return presetName;
    }

    public Framing framing() {
        return framing;
    }

    /**
     * @throws IllegalArgumentException that lists the names
     */
    public static FramingPreset named(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.presetName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private static String unknown(String name) {
        String names = Arrays.stream(values()).map(FramingPreset::presetName).collect(Collectors.joining(", "));
        return name.contains("=")
                ? "framing: '" + name + "' follows no preset: begin with length=, or with one of " + names
                        + ", such as 'binary2 " + name + "'"
                : "framing '" + name + "' is none of " + names;
    }
}
