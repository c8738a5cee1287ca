package io.github.isostress.jmeter.element;

import io.github.isostress.host.session.HostRecord;
import java.util.List;

/**
 * What an embedded host has counted since it started. Immutable.
 *
 * @param open connections that are open now
 * @param connections accepted connections; with TLS, those whose handshake succeeded
 * @param refusedHandshakes connections whose TLS handshake failed
 * @param received requests that the host has read
 * @param answered requests to which the host has sent a whole frame
 * @param hangUps why the host has closed connections by itself, with counts, in words; empty if it never has
 * @param unfinished why the host has not heard the end of frames, with counts, in words; empty if it has heard every end
 * @param troubles the newest sentences on hang-ups and unfinished frames
 * @param refusals why the host has declined requests that did not hold what they must, with counts, in words; empty if
 *     it never has
 */
public record HostCounts(
        long open,
        long connections,
        long refusedHandshakes,
        long received,
        long answered,
        String hangUps,
        String unfinished,
        List<String> troubles,
        String refusals) {
    static HostCounts of(HostRecord record) {
        return new HostCounts(
                record.open(),
                record.connections(),
                record.refusedHandshakes(),
                record.requestsReceived(),
                record.requestsAnswered(),
                record.hangUpsInWords(),
                record.unfinishedInWords(),
                record.newestTroubles(),
                record.refusalsInWords());
    }
}
