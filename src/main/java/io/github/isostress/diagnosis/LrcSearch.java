package io.github.isostress.diagnosis;

import io.github.isostress.framing.Framing;
import io.github.isostress.framing.Lrc;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Searches for a frame in which only the LRC is wrong. */
final class LrcSearch {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] bytes;
    private final FramingCandidate configured;
    private final PackagerTrial trial;

    LrcSearch(byte[] bytes, FramingCandidate configured, PackagerTrial trial) {
        this.bytes = bytes;
        this.configured = configured;
        this.trial = trial;
    }

    /**
     * A frame with a wrong LRC.
     *
     * @param finding how the frame fits with the right LRC
     * @param sentence what the LRC is and should be
     */
    record WrongLrc(Finding finding, String sentence) {}

    Optional<WrongLrc> run() {
        return Stream.concat(Stream.of(configured), FramingCandidate.KNOWN.stream())
                .filter(candidate -> candidate.framing().lrc() != Lrc.NONE && fitsButForLrc(candidate))
                .flatMap(this::corrected)
                .findFirst();
    }

    private boolean fitsButForLrc(FramingCandidate candidate) {
        Framing framing = candidate.framing();
        int trailer = bytes.length - 1 - framing.trailer().length();
        return candidate.beginsLike(bytes)
                && framing.trailer().standAt(trailer, bytes)
                && framing.announcedFrame(bytes).orElse(bytes.length) == bytes.length;
    }

    private Stream<WrongLrc> corrected(FramingCandidate candidate) {
        byte came = bytes[bytes.length - 1];
        return IntStream.range(0, 256)
                .mapToObj(lrc -> corrected(candidate, came, (byte) lrc))
                .flatMap(Optional::stream);
    }

    private Optional<WrongLrc> corrected(FramingCandidate candidate, byte came, byte right) {
        byte[] frame = bytes.clone();
        frame[frame.length - 1] = right;
        return FrameFit.of(candidate.framing(), frame)
                .filter(fit -> fit.extent() == FrameFit.Extent.WHOLE && fit.left() == 0)
                .flatMap(fit -> trial.read(fit.message())
                        .filter(reading -> reading.extent() == Reading.Extent.FULL)
                        .map(reading -> new Finding(candidate, candidate == configured, fit, Optional.of(reading))))
                .map(finding -> new WrongLrc(
                        finding,
                        "but the last byte is " + HEX.toHexDigits(came) + ", and the LRC of that framing would be "
                                + HEX.toHexDigits(right)));
    }
}
