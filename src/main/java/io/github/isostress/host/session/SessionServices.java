package io.github.isostress.host.session;

import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.message.number.Counters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What sessions of a host share. Each component is thread-safe.
 *
 * @param responder makes the right answers
 * @param messages reads and changes messages; empty without a packager
 * @param rules chooses the rule that acts
 * @param seals what is verified and signed
 * @param counters of the formulas that sign
 * @param record counts what happens
 * @param controls acts on the whole host
 * @param routes to the issuers that rules forward requests to
 * @param route whose answers come on these sessions; empty for sessions with clients
 */
public record SessionServices(
        Responder responder,
        Optional<HostMessages> messages,
        RuleChoice rules,
        HostSeals seals,
        Counters counters,
        HostRecord record,
        HostControls controls,
        Map<Issuer, Route> routes,
        Optional<Route> route) {
    /** For sessions with an issuer: its requests are answered by no rule, not verified, and counted apart. */
    public SessionServices forIssuer(Route to, HostRecord counts) {
        return new SessionServices(
                responder,
                messages,
                new RuleChoice(List.of(), 0),
                HostSeals.NONE,
                counters,
                counts,
                controls,
                Map.of(),
                Optional.of(to));
    }
}
