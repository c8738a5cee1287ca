package io.github.isostress.jmeter.setting;

import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583Results}. Their names are the JMX format and stay as they are. */
public final class Iso8583ResultsSchema extends TestElementSchema {
    /** The only instance. */
    public static final Iso8583ResultsSchema INSTANCE = new Iso8583ResultsSchema();

    /** The limits that a run has to keep, one a line, as in {@code p99 < 50 ms}; blank for none. */
    public final StringPropertyDescriptor<Iso8583ResultsSchema> gates =
            stringDescriptor("gates", "Iso8583Results.gates", "");

    /** When a run ends with a report page: {@code after headless runs}, {@code after every run} or {@code never}. */
    public final StringPropertyDescriptor<Iso8583ResultsSchema> report =
            stringDescriptor("report", "Iso8583Results.report", "after headless runs");

    /** How often a headless run tells its figures: whole seconds, 1 to 86400; 0 for never. */
    public final StringPropertyDescriptor<Iso8583ResultsSchema> everySeconds =
            stringDescriptor("everySeconds", "Iso8583Results.everySeconds", "10");

    private Iso8583ResultsSchema() {}
}
