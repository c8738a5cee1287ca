package io.github.isostress.host.session;

import java.util.Optional;

/**
 * What all sessions of a host share. Each part is thread-safe.
 *
 * @param responder makes the right answers
 * @param messages reads and changes messages; empty without a packager
 * @param rules decides what is played
 * @param record counts
 * @param controls reaches the other sessions
 */
public record SessionServices(
        Responder responder,
        Optional<HostMessages> messages,
        RuleChoice rules,
        HostRecord record,
        HostControls controls) {}
