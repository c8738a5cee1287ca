package io.github.isostress.host;

import io.github.isostress.framing.Framing;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.host.session.Responder;
import io.github.isostress.message.IsoPackager;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a host is reached and speaks. Immutable.
 *
 * @param direction who connects to whom
 * @param framing how messages are wrapped
 * @param packager reads and writes messages; empty for a host that returns every message unchanged
 * @param rules what goes wrong and when; they must fit packager and framing
 * @param seals what it verifies in requests and signs in answers
 * @param returnsSecrets whether answers keep the requests' PIN blocks, tracks, other secrets and MACs
 */
public record HostSettings(
        HostDirection direction,
        Framing framing,
        Optional<IsoPackager> packager,
        HostRules rules,
        HostSeals seals,
        boolean returnsSecrets) {
    /**
     * @throws IllegalArgumentException with one clear sentence if a rule cannot be carried out
     */
    public HostSettings {
        rules.require(packager, framing, seals);
    }

    /** Answers the requests that no rule fits. */
    Responder responder() {
        if (packager.isEmpty()) {
            return Optional::of;
        }
        Predicate<Integer> returned = returnsSecrets ? element -> true : rules.namedElements()::contains;
        return new ApprovingResponder(packager.get(), returned);
    }

    /** A host that verifies and signs nothing. */
    public HostSettings(
            HostDirection direction,
            Framing framing,
            Optional<IsoPackager> packager,
            HostRules rules,
            boolean returnsSecrets) {
        this(direction, framing, packager, rules, HostSeals.NONE, returnsSecrets);
    }

    /** A host that listens, and whose answers leave out secrets. */
    public HostSettings(
            String address,
            int port,
            Framing framing,
            Optional<IsoPackager> packager,
            Optional<HostTls> tls,
            HostRules rules) {
        this(new HostDirection.Listen(address, port, tls), framing, packager, rules, HostSeals.NONE, false);
    }

    /** A host that listens, without rules. */
    public HostSettings(
            String address, int port, Framing framing, Optional<IsoPackager> packager, Optional<HostTls> tls) {
        this(address, port, framing, packager, tls, HostRules.NONE);
    }

    /** Listening on that port if the host listens on any free one; else as it is. */
    public HostSettings insteadOfAnyPort(int port) {
        return direction instanceof HostDirection.Listen listen && listen.port() == 0
                ? new HostSettings(listen.at(port), framing, packager, rules, seals, returnsSecrets)
                : this;
    }

    /** With these checks and signatures instead. */
    public HostSettings with(HostSeals others) {
        return new HostSettings(direction, framing, packager, rules, others, returnsSecrets);
    }

    /** With these rules instead. */
    public HostSettings with(HostRules others) {
        return new HostSettings(direction, framing, packager, others, seals, returnsSecrets);
    }
}
