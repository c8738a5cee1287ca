package io.github.isostress.jmeter.calibration;

import io.github.isostress.health.Durations;
import io.github.isostress.health.ObservedEvent;
import io.github.isostress.health.ObservedLink;
import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.RunObserver;
import io.github.isostress.health.Wait;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts a calibration's answered requests, and takes the round trips of those that were sent when nothing was slow.
 * Thread-safe; one thread says what is to be counted.
 */
final class CalibrationFigures implements RunObserver {
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Durations quiet = new Durations();
    private volatile boolean isQuiet;
    private volatile long quietFromNanos;
    private double mostPerSecond;
    private double flatOutSeconds;
    private boolean isWarm = true;

    @Override
    public void ended(ObservedRequest request) {
        if (request.result() != Result.SUCCEEDED) {
            failed.increment();
        }
        if (request.result() == Result.FAILED && request.receivedBytes() == 0) {
            return;
        }
        answered.increment();
        if (isQuiet && request.startNanos() - quietFromNanos >= 0) {
            quiet.addNanos(request.endNanos() - request.startNanos());
        }
    }

    @Override
    public void notSent(String label, String code) {
        failed.increment();
    }

    @Override
    public void happened(ObservedEvent event) {
        // Connections are opened before anything is measured.
    }

    @Override
    public void waited(Wait what, long nanos) {
        // A part of what the threads reach, and no part of a round trip.
    }

    @Override
    public void linkEnded(ObservedLink link) {
        // It carried the same requests.
    }

    /**
     * Says what the threads reached flat out.
     *
     * @param best requests a second
     * @param seconds for how long they went so while it counted
     */
    void flatOut(double best, double seconds) {
        mostPerSecond = best;
        flatOutSeconds = seconds;
    }

    /** The threads still got faster when their time for that was over. */
    void warmUpCutShort() {
        isWarm = false;
    }

    /** Whether the threads had got as fast as they get before it counted. */
    boolean isWarm() {
        return isWarm;
    }

    /** Round trips of requests that are sent from now on are those when nothing is slow. */
    void beginQuiet() {
        quietFromNanos = System.nanoTime();
        isQuiet = true;
    }

    /** Requests whose answer came, whatever it said. */
    long answered() {
        return answered.sum();
    }

    /** Requests that were not sent, were not answered, or whose answer is no success. */
    long failed() {
        return failed.sum();
    }

    /** Requests that were answered in the best second, flat out. */
    double mostPerSecond() {
        return mostPerSecond;
    }

    /** For how long the threads went flat out while it counted. */
    double flatOutSeconds() {
        return flatOutSeconds;
    }

    /** Round trips when nothing was slow. */
    Durations quiet() {
        return quiet;
    }
}
