package io.github.isostress.host;

import io.github.isostress.failure.FailureException;
import io.github.isostress.host.session.Responder;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.ApprovedAnswer;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import java.util.Optional;
import java.util.function.Predicate;

/** Approves every request. */
final class ApprovingResponder implements Responder {
    private final MessageDecoder decoder;
    private final Predicate<Integer> returned;

    /**
     * One that approves.
     *
     * @param returned tells the elements that answers have even if they are secret or a MAC
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
