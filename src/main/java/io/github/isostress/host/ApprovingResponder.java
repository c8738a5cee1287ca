package io.github.isostress.host;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ApprovedAnswer;
import io.github.isostress.message.DecodedMessage;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageDecoder;
import java.util.Optional;

/** Approves every request. */
final class ApprovingResponder implements Responder {
    private final MessageDecoder decoder;

    ApprovingResponder(IsoPackager packager) {
        this.decoder = new MessageDecoder(packager);
    }

    @Override
    public Optional<byte[]> respond(byte[] message) throws FailureException {
        DecodedMessage request = decoder.decode(message);
        return ApprovedAnswer.isDueTo(request) ? Optional.of(ApprovedAnswer.to(request)) : Optional.empty();
    }
}
