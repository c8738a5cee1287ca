package io.github.isostress.host.seal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.MtiPatterns;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.seal.DecodedInputs;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A line that says what an element of requests must be. Immutable.
 *
 * @param mtis of the requests
 * @param ifPresent whether requests without the element are taken
 * @param subject what is verified, in the words of the count
 * @param formula what the element must be
 * @param code DE 39 of a refusal
 */
record Verification(
        MtiPatterns mtis,
        boolean ifPresent,
        ElementPath path,
        Verified kind,
        String subject,
        Formula formula,
        String code) {

    /**
     * Why a request is refused; empty if it is not.
     *
     * @param context with the keys in force
     * @param before with those that they have replaced, under which a request that was under way may be sealed
     */
    Optional<Refusal> refusal(DecodedMessage request, MessageContext context, Keys before) {
        if (!mtis.fit(request.mti())) {
            return Optional.empty();
        }
        Optional<String> seen = request.value(path);
        if (seen.isEmpty()) {
            return ifPresent ? Optional.empty() : Optional.of(refusal("missing", () -> "there is no element " + path));
        }
        Optional<Refusal> refusal = refusal(new DecodedInputs(context, request, null), seen.get());
        if (refusal.isEmpty() || before == context.keys()) {
            return refusal;
        }
        DecodedInputs underWay = new DecodedInputs(context.with(before), request, null);
        return refusal(underWay, seen.get()).isEmpty() ? Optional.empty() : refusal;
    }

    private Optional<Refusal> refusal(DecodedInputs inputs, String seen) {
        try {
            Computation computation = formula.begin();
            return computation
                    .mismatch(inputs, seen)
                    .map(mismatch -> refusal("wrong", () -> particulars(computation, inputs, mismatch)));
        } catch (IllegalArgumentException e) {
            return Optional.of(refusal("not verifiable", e::getMessage));
        }
    }

    private Refusal refusal(String how, Supplier<String> particulars) {
        return new Refusal(subject + " " + how, code, particulars);
    }

    /** A value that is no MAC or cryptogram may be a secret of the card. */
    private String particulars(Computation computation, DecodedInputs inputs, String mismatch) {
        String difference = kind == Verified.OTHER ? "it is another value" : mismatch;
        return (difference + "\n" + computation.explained(inputs)).strip().replace("\n", ", ");
    }
}
