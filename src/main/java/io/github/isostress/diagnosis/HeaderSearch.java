package io.github.isostress.diagnosis;

import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Searches for a message behind an unknown header of up to 64 bytes, such as the 12 characters of BASE24 or Visa's 22
 * bytes.
 */
final class HeaderSearch {
    private static final int LONGEST_HEADER = 64;

    private final byte[] bytes;
    private final PackagerTrial trial;

    HeaderSearch(byte[] bytes, PackagerTrial trial) {
        this.bytes = bytes;
        this.trial = trial;
    }

    /** With a header between length and message of a candidate that has none. */
    Optional<Finding> behindLength() {
        return run(true);
    }

    /** With a header before the message of a candidate without header and length. */
    Optional<Finding> withoutLength() {
        return run(false);
    }

    private Optional<Finding> run(boolean length) {
        return FramingCandidate.KNOWN.stream()
                .filter(known ->
                        known.hasLength() == length && known.framing().header().skip() == 0)
                .flatMap(this::behindHeader)
                .findFirst();
    }

    private Stream<Finding> behindHeader(FramingCandidate candidate) {
        return FrameFit.of(candidate.framing(), bytes).stream()
                .filter(fit -> fit.extent() != FrameFit.Extent.BEGUN)
                .flatMap(fit -> fit.left() == 0 ? counted(candidate, fit) : uncounted(candidate, fit.left()));
    }

    private Stream<Finding> counted(FramingCandidate candidate, FrameFit fit) {
        byte[] message = fit.message();
        return IntStream.rangeClosed(1, Math.min(LONGEST_HEADER, message.length - 1))
                .filter(skip -> PackagerTrial.isMtiAt(message, skip)
                        && reading(Arrays.copyOfRange(message, skip, message.length))
                                .isPresent())
                .boxed()
                .flatMap(skip -> finding(candidate.text() + (candidate.hasLength() ? " counts-header" : ""), skip));
    }

    private Stream<Finding> uncounted(FramingCandidate candidate, int skip) {
        return candidate.hasLength() && skip <= LONGEST_HEADER ? finding(candidate.text(), skip) : Stream.empty();
    }

    private Stream<Finding> finding(String text, int skip) {
        FramingCandidate candidate = candidate(text + " skip=" + skip);
        return FrameFit.of(candidate.framing(), bytes).stream()
                .filter(fit -> fit.extent() == FrameFit.Extent.WHOLE)
                .flatMap(
                        fit -> reading(fit.message())
                                .map(reading -> new Finding(candidate, false, fit, Optional.of(reading)))
                                .stream());
    }

    private static FramingCandidate candidate(String text) {
        Framing framing = FramingReader.parse(text);
        return new FramingCandidate(text, framing);
    }

    private Optional<Reading> reading(byte[] message) {
        return trial.readSurely(message);
    }
}
