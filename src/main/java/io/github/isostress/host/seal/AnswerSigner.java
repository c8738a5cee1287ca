package io.github.isostress.host.seal;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.seal.DecodedInputs;
import java.util.ArrayList;
import java.util.List;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** Puts the values of its signatures into answers. Immutable and thread-safe. */
final class AnswerSigner {
    private final MessageDecoder decoder;
    private final List<Signature> signatures;

    /** Is told of a signature that cannot be made, and of the rule that is broken. */
    @FunctionalInterface
    interface Unsigned {
        void tell(Signature signature, String rule);
    }

    AnswerSigner(IsoPackager packager, List<Signature> signatures) {
        this.decoder = new MessageDecoder(packager);
        this.signatures = List.copyOf(signatures);
    }

    int count() {
        return signatures.size();
    }

    /** Whether any of its signatures has this formula. */
    boolean signs(String formula) {
        return signatures.stream().anyMatch(signature -> signature.formula().equals(formula));
    }

    /**
     * The answer with all values that can be computed, those over its bytes last; the others are left out.
     *
     * @throws FailureException if the packager cannot read or write it
     */
    byte[] signed(byte[] answer, DecodedMessage request, MessageContext context, Signing signing, Unsigned unsigned)
            throws FailureException {
        DecodedMessage plain = decoder.decode(answer);
        List<Signature> due = signatures.stream()
                .filter(signature -> signature.mtis().fit(plain.mti()))
                .toList();
        if (due.isEmpty()) {
            return answer;
        }
        try {
            return new Work(request, context, signing, unsigned).signed(plain, due);
        } catch (ISOException | RuntimeException e) {
            throw new FailureException(Failure.UNPACK_ERROR, "the answer cannot be signed", e);
        }
    }

    /** The signing of one answer. */
    private final class Work {
        private final DecodedMessage request;
        private final MessageContext context;
        private final Signing signing;
        private final Unsigned unsigned;

        Work(DecodedMessage request, MessageContext context, Signing signing, Unsigned unsigned) {
            this.request = request;
            this.context = context;
            this.signing = signing;
            this.unsigned = unsigned;
        }

        byte[] signed(DecodedMessage plain, List<Signature> due) throws ISOException, FailureException {
            ISOMsg fields = (ISOMsg) plain.fields().clone();
            List<Signature> overBytes = new ArrayList<>();
            for (Signature signature : due) {
                if (signing.leftOut().contains(signature.formula())) {
                    signature.element().unset(fields);
                } else if (signature.coversBytes()) {
                    signature.element().set(fields, signature.computing().placeholder());
                    overBytes.add(signature);
                } else {
                    sign(signature, fields, plain);
                }
            }
            return signedOver(fields, overBytes);
        }

        private void sign(Signature signature, ISOMsg fields, DecodedMessage plain) throws ISOException {
            try {
                String value = signature.value(new DecodedInputs(context, plain, request), signing);
                signature.element().set(fields, value);
            } catch (IllegalArgumentException e) {
                leaveOut(signature, fields, e);
            }
        }

        private void leaveOut(Signature signature, ISOMsg fields, IllegalArgumentException e) throws ISOException {
            unsigned.tell(signature, e.getMessage());
            signature.element().unset(fields);
        }

        /** Computes over the bytes; begins again if one of the values has to be left out. */
        private byte[] signedOver(ISOMsg fields, List<Signature> due) throws ISOException, FailureException {
            byte[] bytes = fields.pack();
            if (due.isEmpty()) {
                return bytes;
            }
            DecodedMessage packed = decoder.decode(bytes);
            for (Signature signature : due) {
                try {
                    write(signature, packed);
                } catch (IllegalArgumentException e) {
                    leaveOut(signature, fields, e);
                    return signedOver(
                            fields,
                            due.stream().filter(each -> each != signature).toList());
                }
            }
            return bytes;
        }

        private void write(Signature signature, DecodedMessage packed) {
            String value = signature.value(new DecodedInputs(context, packed, request), signing);
            byte[] element = ((AnswerElement.Whole) signature.element()).packed(value);
            ElementRange place = packed.ranges().stream()
                    .filter(range -> range.element() == signature.path().element())
                    .findFirst()
                    .orElseThrow();
            if (element.length != place.end() - place.start()) {
                throw new IllegalArgumentException("the value is not as long as its placeholder");
            }
            System.arraycopy(element, 0, packed.bytes(), place.start(), element.length);
        }
    }
}
