package io.github.isostress.jmeter.element;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;

/** A plan whose requests are paced, over a connection that signs on. */
final class PacedPlan {
    static final Iso8583RateTimerSchema TIMER = Iso8583RateTimerSchema.INSTANCE;
    static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    static final String PURCHASE = "0 0200\n2 9999990000000013\n4 1000\n11 ${__isoStan()}\n41 TERM0001";

    /** Longer than any test waits. */
    static final String FOR_EVER = "3600";

    private PacedPlan() {}

    static Iso8583RateTimer timer(String rate) {
        Iso8583RateTimer timer = new Iso8583RateTimer();
        timer.setName("pace");
        timer.set(TIMER.rate, rate);
        return timer;
    }

    /** A timer that waits for all threads, however long it takes. */
    static Iso8583RateTimer patientTimer(String rate) {
        Iso8583RateTimer timer = timer(rate);
        timer.set(TIMER.beginWithin, FOR_EVER);
        return timer;
    }

    /** A connection that signs on. */
    static Iso8583Connection signingOn(EmbeddedHost host) {
        Iso8583Connection connection = Elements.connection("switch", host);
        connection.set(CONNECTION.signOn, Elements.ECHO_TEST);
        return connection;
    }

    /** Adds the timer, the connection and the request "purchase". */
    static SmallPlan of(SmallPlan plan, Iso8583RateTimer timer, Iso8583Connection connection) {
        plan.group().add(timer);
        plan.group().add(connection);
        plan.group().add(Elements.request("purchase", PURCHASE));
        return plan;
    }

    static long firstStart(List<SampleResult> samples) {
        return samples.stream().mapToLong(SampleResult::getStartTime).min().orElseThrow();
    }

    static long lastEnd(List<SampleResult> samples) {
        return samples.stream().mapToLong(SampleResult::getEndTime).max().orElseThrow();
    }
}
