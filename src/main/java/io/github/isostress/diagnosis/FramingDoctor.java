package io.github.isostress.diagnosis;

import io.github.isostress.diagnosis.Finding.Evidence;
import io.github.isostress.framing.Framing;
import io.github.isostress.message.IsoPackager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what bytes are that the configured framing and packager make no sense of: they are tried against all
 * framing presets and their variations, the built-in packagers, and what other servers send. Nothing is claimed that
 * does not fit, and no element's value is shown but the MTI. Stateless and thread-safe.
 */
public final class FramingDoctor {
    /** The longest message of any candidate, and what may stand round it. */
    private static final int MOST_EXAMINED = Framing.DEFAULT_MAX_LENGTH + 1_000;

    private FramingDoctor() {}

    /**
     * What the bytes would fit. Takes well below a millisecond for a message of usual length.
     *
     * @param received all bytes since the last good frame, those of a bad frame included; of more than 101,000 only so
     *     many are looked at
     * @param configured how frames were to be cut
     * @param packager how messages were to be read; empty if they were not
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

    /** A message behind a header or a lead of an unknown kind: rather behind a length than behind none. */
    private static Optional<Finding> behindMore(byte[] bytes, PackagerTrial trial) {
        HeaderSearch headers = new HeaderSearch(bytes, trial);
        return headers.behindLength()
                .or(() -> new LeadSearch(bytes, trial).run())
                .or(headers::withoutLength);
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
