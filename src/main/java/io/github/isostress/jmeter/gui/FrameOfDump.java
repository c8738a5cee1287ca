package io.github.isostress.jmeter.gui;

import io.github.isostress.draft.MessageImport.FrameStripping;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.Framing;
import java.util.stream.Stream;

/** Takes length prefix, header and trailer away where the bytes are exactly one frame, sent or received. */
final class FrameOfDump implements FrameStripping {
    private final Framing framing;

    FrameOfDump(Framing framing) {
        this.framing = framing;
    }

    @Override
    public byte[] strip(byte[] bytes) {
        if (framing.prefix().width() == 0 && framing.trailer().isEmpty()) {
            return bytes;
        }
        return Stream.of(framing, framing.asSent())
                .flatMap(candidate -> candidate.firstFrame(bytes).stream())
                .filter(frame -> frame.bytes().length == bytes.length)
                .map(Frame::message)
                .findFirst()
                .orElse(bytes);
    }
}
