package io.github.isostress.exchange;

import io.github.isostress.diagnosis.FramingDoctor;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Framing;
import io.github.isostress.message.IsoPackager;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds to a failure that lies in the bytes that came what they would fit. */
final class Explanation {
    private static final Set<Failure> OF_BYTES = EnumSet.of(
            Failure.BAD_FRAME,
            Failure.FRAME_LENGTH,
            Failure.PARTIAL_FRAME,
            Failure.CLOSED_INSIDE_FRAME,
            Failure.UNPACK_ERROR);

    private Explanation() {}

    /**
     * The same failure with more particulars, a sentence a line, or as it was.
     *
     * @param bytes what came and was not understood
     */
    static FailureReport of(FailureReport failure, byte[] bytes, Framing framing, Optional<IsoPackager> packager) {
        if (!OF_BYTES.contains(failure.failure())) {
            return failure;
        }
        List<String> sentences = FramingDoctor.examine(bytes, framing, packager);
        return sentences.isEmpty()
                ? failure
                : failure.with(failure.particulars() + "\n" + String.join("\n", sentences));
    }
}
