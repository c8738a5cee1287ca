package io.github.isostress.diagnosis;

import io.github.isostress.diagnosis.Finding.Evidence;
import io.github.isostress.framing.Framing;
import io.github.isostress.message.IsoPackager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a framing and a packager for bytes that the configured ones cannot read. It tries all presets and their
 * variants with the built-in packagers, then the beginnings of other protocols. It tells only what fits, and shows no
 * value but the MTI. Stateless and thread-safe.
 */
public final class FramingDoctor {
    /** The longest message of a candidate, and room for its framing. */
    private static final int MOST_EXAMINED = Framing.DEFAULT_MAX_LENGTH + 1_000;

    private FramingDoctor() {}

    /**
     * Tells what the bytes fit. Takes well below a millisecond for a message of usual length.
     *
     * @param received all bytes since the last good frame, with those of a bad frame; of more than 101,000 only the
     *     first 101,000 count
     * @param configured the configured framing
     * @param packager the configured packager; empty if messages are not read
     * @return up to three sentences without full stops, the most important first; none if nothing came
     */
    public static List<String> examine(byte[] received, Framing configured, Optional<IsoPackager> packager) {
        byte[] bytes = received.length > MOST_EXAMINED ? Arrays.copyOf(received, MOST_EXAMINED) : received;
        if (bytes.length == 0) {
            return List.of();
        }
        PackagerTrial trial = new PackagerTrial(packager);
        FramingCandidate framing = FramingCandidate.ofConfigured(configured);
        List<Finding> findings = findings(bytes, framing, trial);
        Report report = new Report(bytes, framing, packager, trial.names());
        LrcSearch wrongLrc = new LrcSearch(bytes, framing, trial);
        if (!findings.isEmpty() && findings.get(0).isConclusive()) {
            Optional<LrcSearch.WrongLrc> wrong = findings.get(0).fit().left() == 1 ? wrongLrc.run() : Optional.empty();
            return wrong.map(report::of).orElseGet(() -> report.of(findings));
        }
        return ForeignProtocol.named(bytes)
                .map(List::of)
                .or(() -> behindMore(bytes, trial).map(finding -> report.of(List.of(finding))))
                .or(() -> wrongLrc.run().map(report::of))
                .or(() -> Optional.of(findings).filter(some -> !some.isEmpty()).map(report::of))
                .or(() -> ForeignProtocol.text(bytes).map(List::of))
                .orElseGet(() -> List.of(report.ofNothing()));
    }

    /** A message behind an unknown header or lead; one with a length comes first. */
    private static Optional<Finding> behindMore(byte[] bytes, PackagerTrial trial) {
        HeaderSearch headers = new HeaderSearch(bytes, trial);
        return headers.behindLength()
                .or(() -> new LeadSearch(bytes, trial).run())
                .or(headers::withoutLength);
    }

    /**
     * The framing of bytes that begin with a frame.
     *
     * @param bytes of more than 101,000 only the first 101,000 count
     * @param configured the framing that is tried first
     * @param packager the packager that is tried first; empty if messages are not read
     * @return empty unless a packager reads the first message
     */
    public static Optional<Framing> framingOf(byte[] bytes, Framing configured, Optional<IsoPackager> packager) {
        byte[] examined = bytes.length > MOST_EXAMINED ? Arrays.copyOf(bytes, MOST_EXAMINED) : bytes;
        return best(examined, configured, packager)
                .filter(Finding::isConclusive)
                .map(finding -> finding.framing().framing());
    }

    /** The strongest of all framings that fit; empty if none does. */
    static Optional<Finding> best(byte[] bytes, Framing configured, Optional<IsoPackager> packager) {
        return findings(bytes, FramingCandidate.ofConfigured(configured), new PackagerTrial(packager)).stream()
                .findFirst();
    }

    /** All framings that fit, the strongest evidence first. */
    private static List<Finding> findings(byte[] bytes, FramingCandidate configured, PackagerTrial trial) {
        Stream<FramingCandidate> others = FramingCandidate.KNOWN.stream()
                .filter(known -> !known.readsLike(configured.framing()) && known.beginsLike(bytes));
        List<Finding> findings = Stream.concat(Stream.of(configured), others)
                .flatMap(candidate -> FrameFit.of(candidate.framing(), bytes).stream()
                        .map(fit -> new Finding(candidate, candidate == configured, fit, reading(fit, trial))))
                .filter(finding -> finding.evidence() != Evidence.NONE)
                .sorted(Finding.BY_EVIDENCE)
                .toList();
        boolean exact = findings.stream().anyMatch(Finding::isConfiguredExactly);
        return exact ? findings.stream().filter(Finding::isConfiguredOrReads).toList() : findings;
    }

    private static Optional<Reading> reading(FrameFit fit, PackagerTrial trial) {
        return fit.extent() == FrameFit.Extent.BEGUN
                ? trial.readBeginning(fit.message(), fit.missing())
                : trial.read(fit.message());
    }
}
