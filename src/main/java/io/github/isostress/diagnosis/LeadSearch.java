package io.github.isostress.diagnosis;

import io.github.isostress.framing.FramingReader;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Searches for a length behind an unknown lead of up to 16 bytes, such as the letters ISO. */
final class LeadSearch {
    private static final int LONGEST_LEAD = 16;

    private final byte[] bytes;
    private final PackagerTrial trial;

    LeadSearch(byte[] bytes, PackagerTrial trial) {
        this.bytes = bytes;
        this.trial = trial;
    }

    /** The shortest lead behind which a candidate with a length fits all bytes and its message reads. */
    Optional<Finding> run() {
        return IntStream.rangeClosed(1, Math.min(LONGEST_LEAD, bytes.length - 1))
                .boxed()
                .flatMap(lead -> FramingCandidate.KNOWN.stream()
                        .filter(known ->
                                known.hasLength() && known.framing().lead().isEmpty())
                        .flatMap(known -> behind(lead, known)))
                .findFirst();
    }

    private Stream<Finding> behind(int lead, FramingCandidate candidate) {
        byte[] rest = Arrays.copyOfRange(bytes, lead, bytes.length);
        OptionalLong announced = candidate.framing().announcedFrame(rest);
        long missing = announced.orElse(-1) - rest.length;
        if (announced.isEmpty() || missing != 0 && missing != lead || !candidate.beginsLike(rest)) {
            return Stream.empty();
        }
        String text = candidate.text() + (missing == 0 ? "" : " counts-lead") + " lead="
                + HexFormat.of().withUpperCase().formatHex(bytes, 0, lead);
        return finding(new FramingCandidate(text, FramingReader.parse(text)));
    }

    private Stream<Finding> finding(FramingCandidate candidate) {
        return FrameFit.of(candidate.framing(), bytes)
                .filter(fit -> fit.extent() == FrameFit.Extent.WHOLE)
                .flatMap(fit -> trial.readSurely(fit.message())
                        .map(reading -> new Finding(candidate, false, fit, Optional.of(reading))))
                .stream();
    }
}
