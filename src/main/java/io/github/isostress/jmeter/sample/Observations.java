package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.failure.Failure;
import io.github.isostress.health.ObservedEvent;
import io.github.isostress.health.ObservedLink;
import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.RunObserver;
import io.github.isostress.health.Wait;
import io.github.isostress.link.LinkEvent;
import java.util.OptionalLong;
import org.apache.jmeter.samplers.SampleResult;

/** Tells the run's observer of requests and link events: labels and codes are those of their samples. */
public final class Observations {
    private static final String CLOSED = "CLOSED";
    private static final String BROKEN = "BROKEN";

    private final RunObserver observer;

    /** Tells this observer. */
    public Observations(RunObserver observer) {
        this.observer = observer;
    }

    /**
     * Tells of a request that is over.
     *
     * @param dueNanos when it was to be sent; empty if it had no schedule
     */
    public void ofRequest(SampleResult sample, Outcome outcome, OptionalLong dueNanos) {
        if (!outcome.wasSent()) {
            ofUnsent(sample);
            return;
        }
        observer.ended(new ObservedRequest(
                sample.getSampleLabel(),
                result(sample),
                sample.getResponseCode(),
                dueNanos,
                outcome.startNanos(),
                outcome.endNanos(),
                outcome.sentBytes(),
                outcome.receivedBytes()));
    }

    /** Tells of a request that could not be sent. */
    public void ofUnsent(SampleResult sample) {
        observer.notSent(sample.getSampleLabel(), sample.getResponseCode());
    }

    /** Tells of a request that had no connection to go on. */
    public void ofLackOfConnection() {
        observer.lackedConnection();
    }

    /** Tells of a reply, with the times of its sample. */
    public void ofReply(SampleResult sample, long startNanos, long endNanos) {
        observer.happened(new ObservedEvent(
                sample.getSampleLabel(), "", result(sample), sample.getResponseCode(), startNanos, endNanos));
    }

    /** Tells of a link event that has become a sample. */
    void ofEvent(LinkEvent event, SampleResult sample) {
        observer.happened(observed(event, sample.getSampleLabel(), result(sample), sample.getResponseCode()));
        if (event instanceof LinkEvent.Waited waited) {
            Wait what = waited.what() == LinkEvent.Waited.For.POOL ? Wait.POOL : Wait.WINDOW;
            observer.waited(what, waited.endNanos() - waited.startNanos());
        }
    }

    /** Tells what a shared link has carried. */
    void ofSharedLink(LinkEvent.Carried event) {
        observer.linkEnded(new ObservedLink(
                event.links(),
                event.requests(),
                event.mostUnderWay(),
                event.connections(),
                event.late(),
                event.doubled(),
                event.unmatched(),
                event.lost(),
                event.sentBytes(),
                event.receivedBytes()));
    }

    /** Tells of the end of a connection, which becomes no sample. */
    void ofEnd(LinkEvent.Closed event, String connection) {
        Result result = event.isBroken() ? Result.FAILED : Result.SUCCEEDED;
        observer.happened(observed(event, connection + " close", result, event.isBroken() ? BROKEN : CLOSED));
    }

    static ObservedEvent observed(LinkEvent event, String label, Result result, String code) {
        return new ObservedEvent(label, host(event), result, code, event.startNanos(), event.endNanos());
    }

    /** An answer of the host that is no success is a decline; all else has the code of a {@link Failure}. */
    static Result result(SampleResult sample) {
        if (sample.isSuccessful()) {
            return Result.SUCCEEDED;
        }
        return Failure.ofCode(sample.getResponseCode()).isPresent() ? Result.FAILED : Result.DECLINED;
    }

    private static String host(LinkEvent event) {
        if (event instanceof LinkEvent.Connected connected) {
            return connected.target().hosts();
        }
        if (event instanceof LinkEvent.NotConnected failed) {
            return failed.target().hosts();
        }
        return event instanceof LinkEvent.Closed closed
                ? closed.connection().times().endpoint().toString()
                : "";
    }
}
