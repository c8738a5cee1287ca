package io.github.isostress.message.decode;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import java.util.function.Predicate;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/**
 * The answer that approves a request: its MTI (ISO 8583:1987, 4.1.2), the request's elements, DE 39 all zeros in the
 * length the packager gives it, and for authorisations and financial transactions an authorisation code in DE 38.
 * Stateless and thread-safe.
 */
public final class ApprovedAnswer {
    private static final int STAN = 11;
    private static final int AUTHORISATION_CODE = 38;
    private static final int RESPONSE_CODE = 39;
    private static final int AUTHORISATION_CODE_LENGTH = 6;

    private ApprovedAnswer() {}

    /** Whether a message asks for an answer at all. */
    public static boolean isDueTo(DecodedMessage message) {
        try {
            return message.fields().isRequest();
        } catch (ISOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /**
     * The answer to a request.
     *
     * @return without framing
     * @throws FailureException {@link Failure#UNPACK_ERROR} if it cannot be answered
     */
    public static byte[] to(DecodedMessage request) throws FailureException {
        return to(request, null);
    }

    /**
     * The answer to a request, with other values for some elements.
     *
     * @param overlay read by the same packager; its elements replace the answer's, or are added, but for the MTI; or
     *     null
     * @return without framing
     * @throws FailureException {@link Failure#UNPACK_ERROR} if it cannot be answered
     */
    public static byte[] to(DecodedMessage request, DecodedMessage overlay) throws FailureException {
        try {
            ISOMsg answer = approval(request);
            if (overlay != null) {
                for (int element : overlay.elements()) {
                    answer.set(overlay.fields().getComponent(element));
                }
            }
            return answer.pack();
        } catch (ISOException | RuntimeException | StackOverflowError e) {
            throw new FailureException(Failure.UNPACK_ERROR, "the request cannot be answered", e);
        }
    }

    /**
     * The answer to a request without what a host does not give back, see {@link SecretElements}.
     *
     * @param returned tells the elements that the answer has all the same
     * @return without framing
     * @throws FailureException {@link Failure#UNPACK_ERROR} if it cannot be answered
     */
    public static byte[] withoutSecrets(DecodedMessage request, Predicate<Integer> returned) throws FailureException {
        try {
            ISOMsg answer = approval(request);
            SecretElements.removeFrom(answer, request, returned);
            return answer.pack();
        } catch (ISOException | RuntimeException e) {
            throw new FailureException(Failure.UNPACK_ERROR, "the request cannot be answered", e);
        }
    }

    private static ISOMsg approval(DecodedMessage request) throws ISOException {
        IsoPackager packager = request.packager();
        ISOMsg answer = (ISOMsg) request.fields().clone();
        boolean movesMoney = StringUtils.containsAny("12", answer.getMTI().charAt(1));
        answer.setResponseMTI();
        if (packager.defines(RESPONSE_CODE)) {
            int length = packager.getFieldPackager(RESPONSE_CODE).getLength();
            answer.set(RESPONSE_CODE, "0".repeat(length));
        }
        if (packager.defines(AUTHORISATION_CODE) && movesMoney) {
            answer.set(AUTHORISATION_CODE, authorisationCode(answer.getString(STAN)));
        }
        return answer;
    }

    /** Follows from the STAN, so that two runs give the same answers. */
    private static String authorisationCode(String stan) {
        return StringUtils.leftPad(
                StringUtils.right(StringUtils.defaultString(stan), AUTHORISATION_CODE_LENGTH),
                AUTHORISATION_CODE_LENGTH,
                '0');
    }
}
