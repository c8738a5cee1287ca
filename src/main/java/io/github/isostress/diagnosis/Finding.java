package io.github.isostress.diagnosis;

import java.util.Comparator;
import java.util.Optional;

/**
 * A framing that fits what came and, where there is one, a packager that reads the message in it.
 *
 * @param isConfigured whether the framing is the configured one
 */
record Finding(FramingCandidate framing, boolean isConfigured, FrameFit fit, Optional<Reading> reading) {
    /** A response that has so many bytes yet to come is less likely than another that has fewer. */
    private static final int UNUSUAL = 4_096;

    /**
     * Strongest evidence first; among equals those with a length or a trailer that fits, then those whose packager is
     * made for the MTI's version, then the configured framing, then presets, then, of frames that are not whole, such
     * as a response may be, then whichever explains more bytes as a header.
     */
    static final Comparator<Finding> BY_EVIDENCE = Comparator.comparing(Finding::evidence)
            .thenComparing(finding -> !finding.framing.isMarked())
            .thenComparing(
                    finding -> !finding.reading.map(Reading::isOfItsVersion).orElse(true))
            .thenComparing(finding -> !finding.isConfigured)
            .thenComparing(finding -> !finding.framing.isPreset())
            .thenComparing(finding -> finding.fit.missing() > UNUSUAL)
            .thenComparing(finding -> -finding.framing.framing().header().length());

    /** From the strongest to the weakest: a length that fits by chance is likelier than a message that reads by chance. */
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

    /** Whether the configured framing divides what came into whole frames. */
    boolean isConfiguredExactly() {
        return isConfigured && framing.hasLength() && fit.extent() == FrameFit.Extent.WHOLE;
    }

    /** Whether this is worth telling where the configured framing fits exactly: nothing is that fits no better. */
    boolean isConfiguredOrReads() {
        return isConfigured || evidence() == Evidence.FRAMES_AND_MESSAGE;
    }

    /** Whether a whole message was read, so that nothing else need be considered. */
    boolean isConclusive() {
        return evidence() != Evidence.NONE
                && reading.filter(some -> some.extent() == Reading.Extent.FULL).isPresent();
    }
}
