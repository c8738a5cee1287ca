package io.github.isostress.host.session;

import java.util.Optional;

/**
 * What all sessions of a host share. Each component is thread-safe.
 *
 * @param responder makes the right answers
 * @param messages reads and changes messages; empty without a packager
 * @param rules chooses the rule that acts
 * @param record counts what happens
 * @param controls acts on the whole host
 */
public record SessionServices(
        Responder responder,
        Optional<HostMessages> messages,
        RuleChoice rules,
        HostRecord record,
        HostControls controls) {}
