package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.HostRequest;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.failure.FailureException;
import io.github.isostress.link.Interruption;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.link.ThreadLinks;
import io.github.isostress.message.IsoPackager;
import java.util.Optional;

/**
 * What one JMeter thread has of the connection element in its scope. Used by that thread.
 *
 * @param links its way to the host
 * @param packager reads the messages; empty if they are raw
 * @param unsolicited which requests of the host are answered
 * @param origin makes samples of what happens to the links
 */
public record ThreadConnection(
        ThreadLinks links, Optional<IsoPackager> packager, UnsolicitedRules unsolicited, SampleOrigin origin) {

    /** As {@link ThreadLinks#run}, of a sampler that has begun. */
    public Outcome run(Exchange exchange, OutgoingRequest request, Interruption interruption)
            throws LinkNotOpened, FailureException {
        origin.sampleBegins();
        return links.run(exchange, request, interruption);
    }

    /** As {@link ThreadLinks#connect}, of a sampler that is about to begin. */
    public void connect(Interruption interruption) throws LinkNotOpened, FailureException {
        origin.sampleBegins();
        links.connect(interruption);
    }

    /** As {@link ThreadLinks#receive}, of a sampler that has begun. */
    public Optional<HostRequest> receive(long waitMillis, Interruption interruption)
            throws LinkNotOpened, FailureException {
        origin.sampleBegins();
        return links.receive(waitMillis, interruption);
    }
}
