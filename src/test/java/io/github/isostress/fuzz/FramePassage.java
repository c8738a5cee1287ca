package io.github.isostress.fuzz;

import io.github.isostress.diagnosis.FramingDoctor;
import io.github.isostress.exchange.ResponseMatcher;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.describe.MessageDescriber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way of one frame through reader, decoder, matcher and describer, as in a sample. */
final class FramePassage {
    private static final ResponseMatcher MATCHER =
            new ResponseMatcher(Stream.of("7", "11", "37", "41", "48.1", "55.9F26")
                    .map(ElementPath::parse)
                    .toList());

    private final FuzzedFrame frame;
    private final DecodedMessage request;

    /** The request is the frame's own origin, so that matching goes all the way where nothing was damaged. */
    FramePassage(FuzzedFrame frame, DecodedMessage request) {
        this.frame = frame;
        this.request = request;
    }

    /**
     * Runs it.
     *
     * @return what a sample's result would show of the frame
     * @throws AssertionError if a failure is not the declared one; whatever else is thrown is a defect, too
     */
    String run() {
        Optional<Frame> read = frame.preset().framing().firstFrame(frame.bytes());
        if (read.isEmpty()) {
            return MessageDescriber.RAW.unread(frame.bytes(), 0).text();
        }
        try {
            DecodedMessage response =
                    new MessageDecoder(frame.packager()).decode(read.get().message());
            String difference = MATCHER.mismatch(request, response).orElse("");
            return difference + "\n"
                    + MessageDescriber.masked(read.get().bytes(), read.get().messageStart(), response)
                            .text();
        } catch (FailureException e) {
            if (e.failure() != Failure.UNPACK_ERROR) {
                throw new AssertionError("not the declared failure", e);
            }
            return e.getMessage() + "\n"
                    + MessageDescriber.RAW.unread(read.get().bytes(), 0).text();
        }
    }

    /** What the doctor says of it where another framing is configured. */
    List<String> examine() {
        FramingPreset[] presets = FramingPreset.values();
        FramingPreset other = presets[(frame.preset().ordinal() + 1 + (int) (frame.number() % 7)) % presets.length];
        return FramingDoctor.examine(frame.bytes(), other.framing(), Optional.of(frame.packager()));
    }
}
