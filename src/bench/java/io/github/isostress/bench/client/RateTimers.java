package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.DoubleProperty;
import org.apache.jmeter.testelement.property.IntegerProperty;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.LongProperty;
import org.apache.jmeter.timers.ConstantThroughputTimer;
import org.apache.jmeter.timers.poissonarrivals.PreciseThroughputTimer;

/** The timers that hold a rate, each as its users set it. */
final class RateTimers {
    private static final int SECONDS_A_MINUTE = 60;

    private RateTimers() {}

    /** What a command's words {@code timer}, {@code rate} and {@code seconds} say. */
    static TestElement timer(CommandLine told) {
        String kind = told.text("timer", "");
        return switch (kind) {
            case "constant" -> constant(told.number("rate"));
            case "precise" -> precise(told.number("rate"), (long) told.number("seconds"));
            case "ours" -> ours(told.text("rate", ""));
            default -> throw new IllegalArgumentException("no timer '" + kind + "'");
        };
    }

    private static TestElement constant(double rate) {
        ConstantThroughputTimer timer = new ConstantThroughputTimer();
        share(timer, new DoubleProperty("throughput", rate * SECONDS_A_MINUTE));
        return timer;
    }

    /** All threads take turns: the mode that spaces requests evenly. */
    static void share(ConstantThroughputTimer timer, JMeterProperty requestsAMinute) {
        timer.setProperty(new IntegerProperty(
                "calcMode", ConstantThroughputTimer.Mode.AllActiveThreadsInCurrentThreadGroup_Shared.ordinal()));
        timer.setProperty(requestsAMinute);
    }

    private static TestElement precise(double rate, long seconds) {
        PreciseThroughputTimer timer = new PreciseThroughputTimer();
        timer.setProperty(new DoubleProperty("throughput", rate));
        timer.setProperty(new IntegerProperty("throughputPeriod", 1));
        timer.setProperty(new LongProperty("duration", seconds));
        timer.setProperty(new IntegerProperty("batchSize", 1));
        timer.setProperty(new IntegerProperty("batchThreadDelay", 0));
        timer.setProperty(new IntegerProperty("exactLimit", 10_000));
        timer.setProperty(new DoubleProperty("allowedThroughputSurplus", 1));
        timer.setProperty(new LongProperty("randomSeed", 0));
        return timer;
    }

    private static TestElement ours(String rate) {
        Iso8583RateTimer timer = new Iso8583RateTimer();
        timer.set(Iso8583RateTimerSchema.INSTANCE.rate, rate);
        return timer;
    }
}
