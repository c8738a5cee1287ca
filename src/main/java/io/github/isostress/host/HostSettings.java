package io.github.isostress.host;

import io.github.isostress.framing.Framing;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.host.session.Responder;
import io.github.isostress.message.IsoPackager;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a host listens and speaks. Immutable.
 *
 * @param address the local address to listen on
 * @param port 1 to 65535, or 0 for a free one
 * @param framing how messages are wrapped
 * @param packager reads and writes messages; empty for a host that returns every message unchanged
 * @param tls empty for plain TCP
 * @param rules what goes wrong and when; they must fit packager and framing
 * @param returnsSecrets whether answers keep the requests' PIN blocks, tracks, other secrets and MACs
 */
public record HostSettings(
        String address,
        int port,
        Framing framing,
        Optional<IsoPackager> packager,
        Optional<HostTls> tls,
        HostRules rules,
        boolean returnsSecrets) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * @throws IllegalArgumentException with one clear sentence if the port is out of range or a rule cannot be carried
     *     out
     */
    public HostSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 0 to " + HIGHEST_PORT);
        }
        rules.require(packager, framing);
    }

    /** Answers the requests that no rule fits. */
    Responder responder() {
        if (packager.isEmpty()) {
            return Optional::of;
        }
        Predicate<Integer> returned = returnsSecrets ? element -> true : rules.namedElements()::contains;
        return new ApprovingResponder(packager.get(), returned);
    }

    /** A host whose answers leave out secrets. */
    public HostSettings(
            String address,
            int port,
            Framing framing,
            Optional<IsoPackager> packager,
            Optional<HostTls> tls,
            HostRules rules) {
        this(address, port, framing, packager, tls, rules, false);
    }

    /** A host without rules. */
    public HostSettings(
            String address, int port, Framing framing, Optional<IsoPackager> packager, Optional<HostTls> tls) {
        this(address, port, framing, packager, tls, HostRules.NONE);
    }
}
