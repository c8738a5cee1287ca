package io.github.isostress.judgement;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.UnmatchedFrames;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;

/** Requests and answers in one packager that have been exchanged. */
final class Exchanged {
    static final String PACKAGER = "iso87binary";

    private Exchanged() {}

    static Outcome outcome(byte[] request, byte[] answer) throws Exception {
        return outcome(request, answer, Keys.NONE);
    }

    /** On a link on which these keys have been replaced. */
    static Outcome outcome(byte[] request, byte[] answer, Keys replaced) throws Exception {
        return new Outcome(
                new byte[0],
                0,
                true,
                decoded(request),
                new Frame(new byte[1], 0, 1, 1, 1),
                decoded(answer),
                null,
                0,
                0,
                0,
                new UnmatchedFrames(),
                new byte[0],
                0,
                0,
                replaced,
                null);
    }

    private static DecodedMessage decoded(byte[] message) throws Exception {
        return new MessageDecoder(Packagers.builtIn(PACKAGER)).decode(message);
    }
}
