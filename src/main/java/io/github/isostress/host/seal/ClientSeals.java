package io.github.isostress.host.seal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.value.MessageContext;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What is verified and signed on one connection with a client, under the keys in force there. Thread-safe; who signs or
 * replaces a key does so in the order in which the answers are sent.
 */
public final class ClientSeals {
    private final HostSeals seals;
    private final BiConsumer<String, String> unsigned;
    private volatile InForce inForce;

    /**
     * The keys of a time.
     *
     * @param context with those in force
     * @param before with those that they have replaced, under which requests that were under way are sealed
     */
    private record InForce(MessageContext context, Keys before) {}

    ClientSeals(HostSeals seals, MessageContext context, BiConsumer<String, String> unsigned) {
        this.seals = seals;
        this.unsigned = unsigned;
        this.inForce = new InForce(context, context.keys());
    }

    /** Whether requests are verified at all. */
    public boolean verify() {
        return !seals.verifications().isEmpty();
    }

    /** Whether answers are signed at all. */
    public boolean sign() {
        return seals.signer().isPresent();
    }

    /** Why a request is refused, the first reason in the order MAC, ARQC, PIN; empty if it is not. */
    public Optional<Refusal> refusal(DecodedMessage request) {
        InForce now = inForce;
        for (Verification verification : seals.verifications()) {
            Optional<Refusal> refusal = verification.refusal(request, now.context(), now.before());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /**
     * The answer to a request with what the host signs.
     *
     * @param answer without framing
     * @throws FailureException if it cannot be read or written
     */
    public byte[] signed(byte[] answer, DecodedMessage request, Signing signing) throws FailureException {
        return seals.signer()
                .orElseThrow()
                .signed(
                        answer,
                        request,
                        inForce.context(),
                        signing,
                        (signature, rule) -> unsigned.accept("element " + signature.path(), rule));
    }

    /** The keys in force. */
    public Keys keys() {
        return inForce.context().keys();
    }

    /** From now on answers are signed with this key; requests may be sealed with it or with the one it replaces. */
    public void replace(NamedKey key) {
        InForce now = inForce;
        Keys before = now.before().with(now.context().keys().get(key.name()));
        inForce = new InForce(now.context().with(now.context().keys().with(key)), before);
    }
}
