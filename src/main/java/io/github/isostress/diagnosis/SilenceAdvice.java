package io.github.isostress.diagnosis;

import io.github.isostress.framing.FramePart;
import io.github.isostress.framing.FramedExample;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be wrong where a host says nothing to the first message on a connection: which bytes went out first, and
 * which other framings and packagers would have sent. Of the message it shows no more than MTI and bitmap. Stateless and
 * thread-safe.
 */
public final class SilenceAdvice {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private static final String USUAL_CAUSE =
            "the usual cause is the framing or the packager: nothing has ever come on this connection";

    /** What hosts speak most often, the most frequent first. */
    private static final List<FramingCandidate> FREQUENT = Stream.of(
                    FramingPreset.BINARY2,
                    FramingPreset.ASCII4,
                    FramingPreset.BCD2,
                    FramingPreset.BINARY2_INCLUSIVE,
                    FramingPreset.TPDU,
                    FramingPreset.BINARY4)
            .map(preset -> new FramingCandidate(preset.presetName(), preset.framing()))
            .toList();

    private static final int MOST_FRAMINGS = 5;
    private static final int LONGEST_HEADER = 32;
    private static final int BITMAP = 1;

    private SilenceAdvice() {}

    /**
     * Tells what the host may have expected instead. Takes microseconds.
     *
     * @param sent the frame that was sent
     * @param messageStart the offset of the message in it
     * @param message the message, decoded, or null if no packager has read it
     * @param configured by which it was framed
     * @return four sentences at most, without full stops
     */
    public static List<String> on(byte[] sent, int messageStart, DecodedMessage message, Framing configured) {
        FramingCandidate framing = FramingCandidate.ofConfigured(configured);
        int length =
                sent.length - messageStart - configured.length(FramePart.TRAILER) - configured.length(FramePart.LRC);
        Optional<MtiForm.Written> mti = MtiForm.at(messageStart + (message == null ? 0 : message.headerLength()), sent);
        return Stream.of(
                        Optional.of(USUAL_CAUSE),
                        Optional.of("sent was " + header(sent, messageStart) + " before " + Plural.of(length, "byte")
                                + " (framing " + framing.text() + ")"
                                + mti.map(SilenceAdvice::words).orElse("") + bitmap(message)),
                        otherFramings(framing, length),
                        mti.map(SilenceAdvice::otherPackagers))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String header(byte[] sent, int messageStart) {
        String hex = HEX.formatHex(sent, 0, Math.min(messageStart, LONGEST_HEADER));
        return messageStart == 0 ? "nothing" : messageStart > LONGEST_HEADER ? hex + " ..." : hex;
    }

    private static String words(MtiForm.Written mti) {
        return ", MTI " + hex(mti.form(), mti.digits()) + " (" + mti.form().words() + " " + mti.digits() + ")";
    }

    private static String hex(MtiForm form, String mti) {
        return HEX.formatHex(form.of(mti));
    }

    private static String bitmap(DecodedMessage message) {
        return message == null
                ? ""
                : message.ranges().stream()
                        .filter(range -> range.element() == BITMAP)
                        .findFirst()
                        .map(range -> ", bitmap " + HEX.formatHex(message.bytes(), range.start(), range.end()))
                        .orElse("");
    }

    /** What other presets put before a message of that length. */
    private static Optional<String> otherFramings(FramingCandidate framing, int length) {
        String others = FREQUENT.stream()
                .filter(other ->
                        !other.readsLike(framing.framing()) && other.framing().longestMessage() >= length)
                .limit(MOST_FRAMINGS)
                .map(other -> other.text() + " " + beforeMessage(other.framing(), length))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? Optional.empty() : Optional.of("other framings would have sent " + others);
    }

    private static String beforeMessage(Framing framing, int length) {
        return FramedExample.of(framing, length).parts().stream()
                .takeWhile(part -> part.part() != FramePart.MESSAGE)
                .map(FramedExample.Part::hex)
                .collect(Collectors.joining(" "));
    }

    private static String otherPackagers(MtiForm.Written mti) {
        return "other packagers would have begun with "
                + Arrays.stream(MtiForm.values())
                        .filter(form -> form != mti.form())
                        .map(form -> hex(form, mti.digits()) + " (" + form.words() + named(form, mti.digits()) + ")")
                        .collect(Collectors.joining(" or "));
    }

    /** The built-in packager that writes such an MTI, if there is one. */
    private static String named(MtiForm form, String mti) {
        String suffix = switch (form) {
            case ASCII -> "ascii";
            case BCD -> "binary";
            case EBCDIC -> "";
        };
        return switch (suffix.isEmpty() ? ' ' : mti.charAt(0)) {
            case '0' -> ", iso87" + suffix;
            case '1' -> ", iso93" + suffix;
            default -> "";
        };
    }
}
