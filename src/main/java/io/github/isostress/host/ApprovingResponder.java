package io.github.isostress.host;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageDecoder;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/**
 * Approves every request: the answer's MTI (ISO 8583:1987, 4.1.2), the request's elements, DE 39 all zeros in the
 * length the packager gives it, and for authorisations and financial transactions an authorisation code in DE 38.
 */
final class ApprovingResponder implements Responder {
    private static final int STAN = 11;
    private static final int AUTHORISATION_CODE = 38;
    private static final int RESPONSE_CODE = 39;
    private static final int AUTHORISATION_CODE_LENGTH = 6;

    private final MessageDecoder decoder;
    private final boolean setsAuthorisationCode;
    private final String approved;

    ApprovingResponder(IsoPackager packager) {
        this.decoder = new MessageDecoder(packager);
        this.setsAuthorisationCode = packager.defines(AUTHORISATION_CODE);
        this.approved = packager.defines(RESPONSE_CODE)
                ? "0".repeat(packager.getFieldPackager(RESPONSE_CODE).getLength())
                : null;
    }

    @Override
    public Optional<byte[]> respond(byte[] message) throws FailureException {
        ISOMsg answer = (ISOMsg) decoder.decode(message).fields().clone();
        try {
            if (!answer.isRequest()) {
                return Optional.empty();
            }
            boolean movesMoney = StringUtils.containsAny("12", answer.getMTI().charAt(1));
            answer.setResponseMTI();
            if (approved != null) {
                answer.set(RESPONSE_CODE, approved);
            }
            if (setsAuthorisationCode && movesMoney) {
                answer.set(AUTHORISATION_CODE, authorisationCode(answer.getString(STAN)));
            }
            return Optional.of(answer.pack());
        } catch (ISOException | RuntimeException e) {
            throw new FailureException(Failure.UNPACK_ERROR, "the request cannot be answered", e);
        }
    }

    /** Follows from the STAN, so that two runs give the same answers. */
    private static String authorisationCode(String stan) {
        return StringUtils.leftPad(
                StringUtils.right(StringUtils.defaultString(stan), AUTHORISATION_CODE_LENGTH),
                AUTHORISATION_CODE_LENGTH,
                '0');
    }
}
