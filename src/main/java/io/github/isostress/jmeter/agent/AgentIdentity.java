package io.github.isostress.jmeter.agent;

/**
 * Which one of several machines this JVM is that make load at the same time: remote agents, engines of a service, or
 * processes that were started side by side.
 *
 * @param name as a controller calls it, else the machine's own name
 * @param number from 1
 * @param count how many machines there are, {@link #UNKNOWN} where nothing says so
 * @param source what says all this, in words for a log
 */
public record AgentIdentity(String name, int number, int count, String source) {
    /** A count that nothing has told. */
    public static final int UNKNOWN = 0;

    /** The shares into which numbers are dealt where the count is not known: machines 1 to 5 have one each. */
    public static final int SHARES_WITHOUT_COUNT = 5;

    /** The only machine. */
    public static final AgentIdentity ALONE = new AgentIdentity("this machine", 1, 1, "nothing names another machine");

    /**
     * That of the run that goes on in this JVM, or of the next one. Looked for in this order: the agents of the
     * controller that sent the plan; the JMeter properties {@code agent.id} and {@code agent.count}; the environment
     * variables of Taurus; the property or variable that {@code iso8583.agent.property} names. Thread-safe; reads
     * properties at each call.
     *
     * @throws IllegalArgumentException with one clear sentence if one of them has a value that is no number of a machine
     */
    public static AgentIdentity ofRun() {
        return IdentitySource.ofRun();
    }

    /** Whether it is known how many machines there are. */
    public boolean isCountKnown() {
        return count != UNKNOWN;
    }

    /** Whether there are, or may be, others. */
    public boolean isOneOfSeveral() {
        return count != 1;
    }

    /** Into how many shares numbers are dealt, of which this machine has the one of its number. */
    public int shares() {
        return isCountKnown() ? count : SHARES_WITHOUT_COUNT;
    }

    /** One sentence for a log. */
    @Override
    public String toString() {
        String others = isCountKnown()
                ? "of " + count
                : "of an unknown number of machines, so numbers are dealt into " + SHARES_WITHOUT_COUNT + " shares";
        return "This machine ('" + name + "') is number " + number + " " + others + ", by " + source;
    }
}
