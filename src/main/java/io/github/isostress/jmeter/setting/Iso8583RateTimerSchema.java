package io.github.isostress.jmeter.setting;

import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583RateTimer}. Their names are the JMX format and stay as they are. */
public final class Iso8583RateTimerSchema extends TestElementSchema {
    /** The only instance. */
    public static final Iso8583RateTimerSchema INSTANCE = new Iso8583RateTimerSchema();

    /** Requests a second: {@code 500}, {@code 0.2}, {@code 100 to 1000 in 60 s}; 0 for as fast as possible. */
    public final StringPropertyDescriptor<Iso8583RateTimerSchema> rate =
            stringDescriptor("rate", "Iso8583RateTimer.rate", "100");

    /**
     * Whose requests the rate counts where several machines run the plan: {@code of all machines together} or {@code of
     * each machine}, which plans have meant that do not say it.
     */
    public final StringPropertyDescriptor<Iso8583RateTimerSchema> total =
            stringDescriptor("total", "Iso8583RateTimer.total", "of each machine");

    /** How requests are spread in time: {@code even} or {@code Poisson}. */
    public final StringPropertyDescriptor<Iso8583RateTimerSchema> arrivals =
            stringDescriptor("arrivals", "Iso8583RateTimer.arrivals", "even");

    /** What becomes of requests for which no thread was free in time: {@code keep} or {@code drop}. */
    public final StringPropertyDescriptor<Iso8583RateTimerSchema> backlog =
            stringDescriptor("backlog", "Iso8583RateTimer.backlog", "keep");

    /** When the first request is due: {@code when all are connected} or {@code at once}. */
    public final StringPropertyDescriptor<Iso8583RateTimerSchema> begin =
            stringDescriptor("begin", "Iso8583RateTimer.begin", "when all are connected");

    /** How long the first thread that is connected waits for the others: whole seconds, 0 to 86400. */
    public final StringPropertyDescriptor<Iso8583RateTimerSchema> beginWithin =
            stringDescriptor("beginWithin", "Iso8583RateTimer.beginWithin", "10");

    private Iso8583RateTimerSchema() {}
}
