package io.github.isostress.diagnosis;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes sentences on findings. They show no element's value but the MTI. */
final class Report {
    private static final int FEWEST_BYTES = 8;

    private final byte[] bytes;
    private final FramingCandidate configured;
    private final Optional<IsoPackager> packager;
    private final List<String> packagers;

    /**
     * @param packager the configured one
     * @param packagers the names of those that were tried
     */
    Report(byte[] bytes, FramingCandidate configured, Optional<IsoPackager> packager, List<String> packagers) {
        this.bytes = bytes;
        this.configured = configured;
        this.packager = packager;
        this.packagers = packagers;
    }

    /** The sentences on findings, given the strongest first. */
    List<String> of(List<Finding> findings) {
        Finding best = findings.get(0);
        if (best.isConfigured() && best.reading().isEmpty()) {
            return List.of("cut by the configured framing " + configured.text() + ", " + unread()
                    + ", and no other framing known here fits");
        }
        List<String> sentences = new ArrayList<>();
        if (!best.isConfigured()
                || best.reading().filter(this::isConfigured).isPresent()
                || best.fit().missing() > 0) {
            sentences.add(framing(best));
        }
        sentences.add(best.reading().map(this::message).orElseGet(this::unread));
        alternatives(findings).ifPresent(sentences::add);
        return sentences;
    }

    /** The sentences on a frame whose LRC is wrong. */
    List<String> of(LrcSearch.WrongLrc wrong) {
        Finding finding = wrong.finding();
        return List.of(
                new FramingWords(bytes, finding) + ": framing may be "
                        + finding.framing().text()
                        + (finding.isConfigured() ? ", as configured" : ", configured is " + configured.text()),
                finding.reading().map(this::message).orElseGet(this::unread),
                wrong.sentence());
    }

    private String framing(Finding finding) {
        String name = finding.framing().text();
        String verb = finding.isConclusive() ? "is " : "may be ";
        return new FramingWords(bytes, finding) + ": framing " + verb + name
                + (finding.isConfigured() ? ", as configured" : ", configured is " + configured.text());
    }

    private boolean isConfigured(Reading reading) {
        return packager.isPresent() && packager.get() == reading.packager();
    }

    private String message(Reading reading) {
        String read = "reads as " + reading.packager().name() + ": MTI " + reading.mti();
        String words = switch (reading.extent()) {
            case FULL -> "the message " + read + elements(reading) + ", no bytes left over";
            case WITH_REST ->
                "the message " + read + elements(reading) + ", " + Plural.of(reading.left(), "byte") + " left over";
            case BEGINNING -> "the message, as far as it has come, " + read;
        };
        String name = packager.map(IsoPackager::name).orElse(Packagers.NONE);
        return words + (isConfigured(reading) ? ", as configured" : "; configured is " + name);
    }

    private static String elements(Reading reading) {
        return ", " + Plural.of(reading.elements(), "element");
    }

    private String unread() {
        return "the message reads with none of the packagers " + String.join(", ", packagers);
    }

    /** Other presets that cut this message out of these bytes: one message cannot tell them apart. */
    private static Optional<String> alternatives(List<Finding> findings) {
        Finding best = findings.get(0);
        if (best.isConfiguredExactly()) {
            return Optional.empty();
        }
        String names = findings.stream()
                .skip(1)
                .filter(other ->
                        other.evidence() == best.evidence() && other.framing().isPreset())
                .map(other -> other.framing().text())
                .collect(Collectors.joining(" and "));
        return names.isEmpty() ? Optional.empty() : Optional.of("the same bytes would fit " + names);
    }

    /** One sentence that lists what was tried. */
    String ofNothing() {
        if (bytes.length < FEWEST_BYTES) {
            return "only " + bytes.length + (bytes.length == 1 ? " byte" : " bytes")
                    + " came, too few to tell a framing by";
        }
        String framings = FramingCandidate.KNOWN.stream()
                .filter(FramingCandidate::isPreset)
                .map(FramingCandidate::text)
                .collect(Collectors.joining(", "));
        return "what came fits none of the framings " + framings + " and their variations with none of the packagers "
                + String.join(", ", packagers) + ", nor is it HTTP, TLS or readable text";
    }
}
