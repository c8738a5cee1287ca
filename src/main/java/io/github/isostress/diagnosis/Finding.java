package io.github.isostress.diagnosis;

import java.util.Comparator;
import java.util.Optional;

/**
 * A framing that fits the received bytes and, if one reads the message, a packager.
 *
 * @param isConfigured whether the framing is the configured one
 */
record Finding(FramingCandidate framing, boolean isConfigured, FrameFit fit, Optional<Reading> reading) {
    /** More missing bytes than this make a response unlikely. */
    private static final int UNUSUAL = 4_096;

    /**
     * The strongest evidence first. Among equals: framings with a length or a trailer, then packagers made for the
     * MTI's version, the configured framing, presets, fewer missing bytes, longer headers.
     */
    static final Comparator<Finding> BY_EVIDENCE = Comparator.comparing(Finding::evidence)
            .thenComparing(finding -> !finding.framing.isMarked())
            .thenComparing(
                    finding -> !finding.reading.map(Reading::isOfItsVersion).orElse(true))
            .thenComparing(finding -> !finding.isConfigured)
            .thenComparing(finding -> !finding.framing.isPreset())
            .thenComparing(finding -> finding.fit.missing() > UNUSUAL)
            .thenComparing(finding -> -finding.framing.framing().header().length());

    /** From the strongest to the weakest. A length fits by chance more often than a message reads by chance. */
    enum Evidence {
        FRAMES_AND_MESSAGE,
        FRAMES_BEGUN_AND_MESSAGE,
        FRAME_BEGUN_AND_MESSAGE_BEGUN,
        FRAME_WITH_REST_AND_MESSAGE,
        FRAMES_AND_MESSAGE_WITH_REST,
        FRAMES,
        NONE
    }

    Evidence evidence() {
        if (reading.isEmpty()) {
            boolean lengthFits = framing.hasLength() && fit.extent() == FrameFit.Extent.WHOLE;
            return lengthFits ? Evidence.FRAMES : Evidence.NONE;
        }
        return switch (reading.get().extent()) {
            case FULL -> evidenceOfFullMessage();
            case WITH_REST ->
                framing.hasLength() && fit.extent() == FrameFit.Extent.WHOLE
                        ? Evidence.FRAMES_AND_MESSAGE_WITH_REST
                        : Evidence.NONE;
            case BEGINNING -> Evidence.FRAME_BEGUN_AND_MESSAGE_BEGUN;
        };
    }

    private Evidence evidenceOfFullMessage() {
        return switch (fit.extent()) {
            case WHOLE -> Evidence.FRAMES_AND_MESSAGE;
            case FOLLOWED -> Evidence.FRAMES_BEGUN_AND_MESSAGE;
            case LEFT_OVER -> Evidence.FRAME_WITH_REST_AND_MESSAGE;
            case BEGUN -> Evidence.NONE;
        };
    }

    /** Whether the configured framing divides the bytes into whole frames. */
    boolean isConfiguredExactly() {
        return isConfigured && framing.hasLength() && fit.extent() == FrameFit.Extent.WHOLE;
    }

    /** Whether to tell this although the configured framing fits exactly: only if it fits as well. */
    boolean isConfiguredOrReads() {
        return isConfigured || evidence() == Evidence.FRAMES_AND_MESSAGE;
    }

    /** Whether a whole message was read, so that the search can end. */
    boolean isConclusive() {
        return evidence() != Evidence.NONE
                && reading.filter(some -> some.extent() == Reading.Extent.FULL).isPresent();
    }
}
