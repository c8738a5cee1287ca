package io.github.isostress.diagnosis;

import io.github.isostress.wire.Framing;
import io.github.isostress.wire.LengthPrefix;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Puts into words how a framing fits the bytes that came. */
final class FramingWords {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final byte[] bytes;
    private final Framing framing;
    private final FrameFit fit;

    FramingWords(byte[] bytes, Finding finding) {
        this.bytes = bytes;
        this.framing = finding.framing().framing();
        this.fit = finding.fit();
    }

    /** What stands in front of the message and how much follows. */
    @Override
    public String toString() {
        return framing.prefix().width() > 0
                ? length() + ", and " + follows() + header() + trailer() + rest()
                : "no length stands before the message" + header() + trailer() + rest();
    }

    private String length() {
        int width = framing.prefix().width();
        String start = width == 1 ? "the first byte is " : "the first " + width + " bytes are ";
        String hex = HEX.formatHex(bytes, 0, width);
        String digits = new String(bytes, 0, width, StandardCharsets.ISO_8859_1);
        long number = number();
        return start
                + switch (framing.prefix().encoding()) {
                    case ASCII -> "ASCII digits " + digits;
                    case HEX -> "hex digits " + digits + " (" + number + ")";
                    case BCD -> "BCD digits " + hex.replace(" ", "");
                    case BINARY -> hex + (width == 1 ? "" : ", big-endian") + " " + number;
                    case BINARY_LITTLE_ENDIAN -> hex + ", little-endian " + number;
                    case NONE -> "";
                }
                + (framing.inclusive() ? ", themselves counted" : "");
    }

    /** What the length prefix says. */
    private long number() {
        LengthPrefix prefix = framing.prefix();
        int uncountedHeader = framing.countsHeader() ? 0 : framing.skippedHeader();
        return (long) fit.frameLength() - uncountedHeader - (framing.inclusive() ? 0 : prefix.width());
    }

    private String follows() {
        int follow = fit.frameLength() - framing.prefix().width();
        return fit.extent() == FrameFit.Extent.BEGUN
                ? "of the " + follow + " bytes behind them "
                        + (fit.came() - framing.prefix().width()) + " have come"
                : follow + " bytes follow";
    }

    private String header() {
        int skipped = framing.skippedHeader();
        return skipped == 0
                ? ""
                : ", the first " + (skipped == 1 ? "of them" : skipped) + " a header"
                        + (framing.prefix().width() == 0 || framing.countsHeader() ? "" : " that is not counted");
    }

    private String trailer() {
        byte[] trailer = framing.trailer();
        return trailer.length == 0 ? "" : ", with the trailer " + HEX.formatHex(trailer) + " at the end";
    }

    private String rest() {
        return switch (fit.extent()) {
            case WHOLE -> fit.left() == 0 ? "" : ", then other whole frames";
            case FOLLOWED -> ", then another frame that is not whole";
            case LEFT_OVER -> ", then " + fit.left() + " bytes that are no frame";
            case BEGUN -> "";
        };
    }
}
