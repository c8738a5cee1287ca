package io.github.isostress.wire;

import static io.github.isostress.wire.LengthPrefix.Encoding.ASCII;
import static io.github.isostress.wire.LengthPrefix.Encoding.BCD;
import static io.github.isostress.wire.LengthPrefix.Encoding.BINARY;
import static io.github.isostress.wire.LengthPrefix.Encoding.BINARY_LITTLE_ENDIAN;
import static io.github.isostress.wire.LengthPrefix.Encoding.HEX;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The framings met most often, each with the jPOS 2.1.10 channel that speaks it. */
public enum FramingPreset {
    /** No length; a frame ends when nothing more comes: X25Channel. */
    NONE("none", LengthPrefix.NONE, false, false, "", ""),
    /** Two bytes, big-endian, not counting themselves: PostChannel, NACChannel without a header. */
    BINARY2("binary2", new LengthPrefix(BINARY, 2), false, false, "", ""),
    /** Two bytes, big-endian, counting themselves: AmexChannel. */
    BINARY2_INCLUSIVE("binary2-inclusive", new LengthPrefix(BINARY, 2), true, false, "", ""),
    /** Two bytes, little-endian: no jPOS channel. */
    BINARY2_LE("binary2-le", new LengthPrefix(BINARY_LITTLE_ENDIAN, 2), false, false, "", ""),
    /** Four bytes, big-endian: RawChannel. */
    BINARY4("binary4", new LengthPrefix(BINARY, 4), false, false, "", ""),
    /** Four BCD digits in two bytes: NCCChannel and BCDChannel without a header. */
    BCD2("bcd2", new LengthPrefix(BCD, 2), false, false, "", ""),
    /** Four ASCII digits: ASCIIChannel. */
    ASCII4("ascii4", new LengthPrefix(ASCII, 4), false, false, "", ""),
    /** Four hexadecimal digits: HEXChannel. */
    HEX4("hex4", new LengthPrefix(HEX, 4), false, false, "", ""),
    /** Two bytes, big-endian, counting a TPDU of five bytes that follows them: NACChannel with a header. */
    TPDU("tpdu", new LengthPrefix(BINARY, 2), false, true, "6000000000", ""),
    /** Two bytes, big-endian, and two zero bytes that are not counted: CSChannel; VAPChannel but for its own header. */
    VISA("visa", new LengthPrefix(BINARY, 2), false, false, "0000", ""),
    /** No length; a frame ends at its ETX (03): BASE24Channel. */
    ETX("etx", LengthPrefix.NONE, false, false, "", "03");

    private final String presetName;
    private final Framing framing;

    FramingPreset(
            String presetName,
            LengthPrefix prefix,
            boolean inclusive,
            boolean countsHeader,
            String header,
            String trailer) {
        this.presetName = presetName;
        byte[] headerBytes = HexFormat.of().parseHex(header);
        this.framing = new Framing(
                prefix,
                inclusive,
                countsHeader,
                headerBytes,
                headerBytes.length,
                HexFormat.of().parseHex(trailer),
                Framing.DEFAULT_MAX_LENGTH);
    }

    /** The name users write. */
    public String presetName() {
        return presetName;
    }

    /** What the name stands for. */
    public Framing framing() {
        return framing;
    }

    /**
     * The preset of that name.
     *
     * @throws IllegalArgumentException listing the names
     */
    public static FramingPreset named(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.presetName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("framing '" + name + "' is none of "
                        + Arrays.stream(values()).map(FramingPreset::presetName).collect(Collectors.joining(", "))));
    }
}
