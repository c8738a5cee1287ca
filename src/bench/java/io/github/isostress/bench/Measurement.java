package io.github.isostress.bench;

import io.github.isostress.bench.process.CommandLine;

/**
 * What happened between two instants.
 *
 * @param perSecond exchanges
 * @param clientMicros the client's CPU time for one exchange, in microseconds
 * @param clientBytes what the client's threads allocated for one exchange
 * @param hostMicros the host's CPU time for one
 * @param hostBusy how much of the time the threads of the host's loops had a core, 1 for all of it; 2 for two loops
 */
record Measurement(double perSecond, double clientMicros, double clientBytes, double hostMicros, double hostBusy) {
    private static final double MICRO = 1e3;
    private static final double SECOND = 1e9;

    /**
     * From the answers to a measure command, and to two stats commands before and after it.
     *
     * @throws IllegalStateException if an exchange failed or none succeeded
     */
    static Measurement of(CommandLine client, CommandLine hostBefore, CommandLine hostAfter) {
        double answered = client.number("answered");
        if (client.number("failed") > 0 || answered == 0) {
            throw new IllegalStateException("a load that fails is not measured: " + client);
        }
        double requests = hostAfter.number("requests") - hostBefore.number("requests");
        return new Measurement(
                answered / client.number("nanos") * SECOND,
                client.number("cpu") / answered / MICRO,
                client.number("allocated") / answered,
                (hostAfter.number("cpu") - hostBefore.number("cpu")) / requests / MICRO,
                (hostAfter.number("loop") - hostBefore.number("loop"))
                        / (hostAfter.number("nanos") - hostBefore.number("nanos")));
    }
}
