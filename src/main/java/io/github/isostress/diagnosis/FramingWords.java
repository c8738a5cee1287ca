package io.github.isostress.diagnosis;

import io.github.isostress.framing.FixedBytes;
import io.github.isostress.framing.FramePart;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.Lrc;
import io.github.isostress.words.Plural;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A sentence part on how a framing fits received bytes. */
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

    /** The frame part by part, with the counts of bytes. */
    @Override
    public String toString() {
        return framing.prefix().width() > 0
                ? lead(", ") + length() + ", and " + follows() + filler() + header() + trailer() + rest()
                : lead(", and ") + "no length stands before the message" + filler() + header() + trailer() + rest();
    }

    private String lead(String then) {
        FixedBytes lead = framing.lead();
        return lead.isEmpty()
                ? ""
                : (lead.length() == 1
                                ? "the first byte is the lead "
                                : "the first " + Plural.of(lead.length(), "byte") + " are the lead ")
                        + HEX.formatHex(lead.toArray())
                        + then;
    }

    private String length() {
        int width = framing.prefix().width();
        int at = framing.lead().length();
        String which = at == 0 ? "the first " : "the next ";
        String start = width == 1 ? which + "byte is " : which + Plural.of(width, "byte") + " are ";
        String hex = HEX.formatHex(bytes, at, at + width);
        String digits = new String(bytes, at, width, StandardCharsets.ISO_8859_1);
        long number = framing.announcedLength(bytes).orElse(0);
        return start
                + switch (framing.prefix().encoding()) {
                    case ASCII -> "ASCII digits " + digits;
                    case EBCDIC -> "EBCDIC digits " + hex.replace(" ", "").replace("F", "");
                    case HEX -> "hex digits " + digits + " (" + number + ")";
                    case BCD -> "BCD digits " + hex.replace(" ", "");
                    case BINARY -> hex + (width == 1 ? "" : ", big-endian") + " " + number;
                    case BINARY_LITTLE_ENDIAN -> hex + ", little-endian " + number;
                    case NONE -> "";
                }
                + (framing.inclusive() ? ", themselves counted" : "");
    }

    private int beginning() {
        return framing.lead().length() + framing.prefix().width();
    }

    private String follows() {
        int follow = fit.frameLength() - beginning();
        return fit.extent() == FrameFit.Extent.BEGUN
                ? "of the " + Plural.of(follow, "byte") + " behind them " + (fit.came() - beginning()) + " have come"
                : Plural.of(follow, "byte follows", "bytes follow");
    }

    private String filler() {
        int filler = framing.filler().length();
        return filler == 0 ? "" : ", the first " + (filler == 1 ? "of them" : filler) + " a filler";
    }

    private String header() {
        int length = fit.messageStart() - beginning() - framing.filler().length();
        if (length <= 0) {
            return "";
        }
        boolean uncounted = framing.prefix().width() > 0 && !framing.counts(FramePart.HEADER);
        return ", the " + (framing.filler().isEmpty() ? "first " : "next ") + (length == 1 ? "of them" : length)
                + " a header" + (framing.header().hasOwnLength() ? " that says its own length" : "")
                + (uncounted ? " that is not counted" : "");
    }

    private String trailer() {
        boolean lrc = framing.lrc() != Lrc.NONE;
        return framing.trailer().isEmpty()
                ? lrc ? ", with an LRC at the end" : ""
                : ", with the trailer " + HEX.formatHex(framing.trailer().toArray())
                        + (lrc ? " before an LRC" : " at the end");
    }

    private String rest() {
        return switch (fit.extent()) {
            case WHOLE -> fit.left() == 0 ? "" : ", then other whole frames";
            case FOLLOWED -> ", then another frame that is not whole";
            case LEFT_OVER -> ", then " + Plural.of(fit.left(), "byte that is", "bytes that are") + " no frame";
            case BEGUN -> "";
        };
    }
}
