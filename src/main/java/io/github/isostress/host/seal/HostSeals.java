package io.github.isostress.host.seal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.words.Plural;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a host verifies in requests, what it signs in answers, and the keys for both. Read from lines such as
 *
 * <pre>
 * verify 02xx if present 52:= pinblock format=0 key=ZPK pin=1234 or 55
 * sign 64:= mac key=MAK
 * </pre>
 *
 * Immutable; its text tells how much it does, as a line may hold a PIN.
 */
public final class HostSeals {
    /** Nothing is verified or signed. */
    public static final HostSeals NONE = new HostSeals(Keys.NONE, List.of(), Optional.empty());

    private final Keys keys;
    private final List<Verification> verifications;
    private final Optional<AnswerSigner> signer;

    HostSeals(Keys keys, List<Verification> verifications, Optional<AnswerSigner> signer) {
        this.keys = keys;
        this.verifications = verifications.stream()
                .sorted(Comparator.comparing(Verification::kind))
                .toList();
        this.signer = signer;
    }

    /**
     * Reads lines.
     *
     * @param text the lines; may be blank
     * @param packager the host's packager; empty if the host returns every message unchanged
     * @param keys those that the lines name
     * @throws SealRefusal with one clear sentence: the line, and the rule that is broken
     */
    public static HostSeals parse(String text, Optional<IsoPackager> packager, Keys keys) {
        return new SealLinesReader(packager, keys).read(text);
    }

    /** The number of lines. */
    public int count() {
        return verifications.size() + signer.map(AnswerSigner::count).orElse(0);
    }

    List<Verification> verifications() {
        return verifications;
    }

    Optional<AnswerSigner> signer() {
        return signer;
    }

    /** Whether a line signs with this formula, such as {@code mac}. */
    public boolean signWith(String formula) {
        return signer.isPresent() && signer.get().signs(formula);
    }

    /** The keys of a connection until one is replaced there. */
    public Keys keys() {
        return keys;
    }

    /**
     * Begins a connection.
     *
     * @param counters of the host
     * @param unsigned is told of an element that cannot be signed, and why, without secrets
     */
    public ClientSeals forClient(Counters counters, BiConsumer<String, String> unsigned) {
        return new ClientSeals(this, new MessageContext(keys, counters), unsigned);
    }

    @Override
    public String toString() {
        return Plural.of(count(), "check or signature", "checks and signatures");
    }
}
