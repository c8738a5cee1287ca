package io.github.isostress.jmeter.element;

import io.github.isostress.host.session.HostRecord;

/**
 * What an embedded host has counted since it started. Immutable.
 *
 * @param open connections that stand now
 * @param connections connections that were accepted and, for TLS, came through the handshake
 * @param refusedHandshakes connections whose TLS handshake failed
 * @param received requests that came
 * @param answered requests to which a whole frame was sent
 * @param hangUps how often the host has hung up for which reasons, in words; empty if never
 */
public record HostCounts(
        long open, long connections, long refusedHandshakes, long received, long answered, String hangUps) {
    static HostCounts of(HostRecord record) {
        return new HostCounts(
                record.open(),
                record.connections(),
                record.refusedHandshakes(),
                record.requestsReceived(),
                record.requestsAnswered(),
                record.hangUpsInWords());
    }
}
