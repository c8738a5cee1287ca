package io.github.isostress.jmeter.report.jtl;

/**
 * By what a sample can be grouped besides its label; each empty where the JTL does not know it.
 *
 * @param agent the machine that made it, see {@link AgentNames}
 * @param connection the name of its connection in the plan
 * @param mti its request's message type indicator
 * @param processingCode DE 3 of its request
 */
public record JtlTags(String agent, String connection, String mti, String processingCode) {
    /** Of a JTL that knows nothing of this. */
    public static final JtlTags NONE = new JtlTags("", "", "", "");
}
