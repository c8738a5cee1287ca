package io.github.isostress.jmeter.sample;

import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * What became of a thread's last ISO 8583 Request, for the controllers behind it: whether its answer can be relied upon
 * decides what a terminal does next. Assertions do not change it.
 */
public enum RequestOutcome {
    /** The answer is a success. */
    SUCCEEDED("succeeded"),
    /** The answer has another DE 39: the host has understood, and says no. */
    DECLINED("declined"),
    /** The request was sent and has no valid answer: what the host has done is unknown. */
    FAILED("failed"),
    /** The host has not seen the request. */
    NOT_SENT("not sent");

    /** The variable that holds its words. */
    public static final String VARIABLE = "iso_outcome";

    private final String words;

    RequestOutcome(String words) {
        this.words = words;
    }

    /**
     * Of a sample as its sampler has made it.
     *
     * @param wasSent whether the request was given to the connection
     */
    public static RequestOutcome of(SampleResult sample, boolean wasSent) {
        if (!wasSent) {
            return NOT_SENT;
        }
        return switch (Observations.result(sample)) {
            case SUCCEEDED -> SUCCEEDED;
            case DECLINED -> DECLINED;
            case FAILED -> FAILED;
        };
    }

    /** Sets the variable, in place of the request before. */
    public void put(JMeterVariables variables) {
        variables.put(VARIABLE, words);
    }
}
