package io.github.isostress.message.decode;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/**
 * The answer to a request that has some elements of its own and returns the request's others, but for what an issuer
 * does not give back, see {@link SecretElements}. Stateless and thread-safe.
 */
public final class EchoingAnswer {
    private EchoingAnswer() {}

    /**
     * Packs the answer.
     *
     * @param given the MTI and the elements that the answer has in any case, read by the request's packager
     * @return without framing
     * @throws FailureException {@link Failure#UNPACK_ERROR} if the request cannot be answered so
     */
    public static byte[] to(DecodedMessage request, DecodedMessage given) throws FailureException {
        try {
            ISOMsg answer = (ISOMsg) request.fields().clone();
            SecretElements.removeFrom(answer, request, given::has);
            answer.setMTI(given.mti());
            for (int element : given.elements()) {
                answer.set(given.fields().getComponent(element));
            }
            return answer.pack();
        } catch (ISOException | RuntimeException | StackOverflowError e) {
            throw new FailureException(Failure.UNPACK_ERROR, "the request's elements cannot be returned", e);
        }
    }
}
