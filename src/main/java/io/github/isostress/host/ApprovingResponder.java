package io.github.isostress.host;

import io.github.isostress.failure.FailureException;
import io.github.isostress.host.session.Responder;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.ApprovedAnswer;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import java.util.Optional;
import java.util.function.Predicate;

/** Approves every request; a response gets no answer. */
final class ApprovingResponder implements Responder {
    private final MessageDecoder decoder;
    private final Predicate<Integer> returned;

    /**
     * @param returned tells for which secret elements and MACs the answer keeps the request's value
     */
    ApprovingResponder(IsoPackager packager, Predicate<Integer> returned) {
        this.returned = returned;
        this.decoder = new MessageDecoder(packager);
    }

    @Override
    public Optional<byte[]> respond(byte[] message) throws FailureException {
        DecodedMessage request = decoder.decode(message);
        if (!ApprovedAnswer.isDueTo(request)) {
            return Optional.empty();
        }
        return Optional.of(ApprovedAnswer.withoutSecrets(request, returned));
    }
}
