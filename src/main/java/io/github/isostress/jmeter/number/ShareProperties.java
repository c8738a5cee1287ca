package io.github.isostress.jmeter.number;

import io.github.isostress.jmeter.agent.AgentIdentity;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The JMeter properties that say which share of a kind of numbers this JVM has.
 *
 * @param prefix of the names of both
 * @param least the least first number
 * @param largest the largest first number, and step
 */
record ShareProperties(String prefix, long least, long largest) {
    /**
     * What they say.
     *
     * @param first the first number
     * @param step from one number to the next
     */
    record Share(long first, long step) {
        /** That of this machine among those that make load, numbers beginning with 1. */
        static Share ofMachine() {
            AgentIdentity machine = AgentIdentity.ofRun();
            return new Share(machine.number(), machine.shares());
        }
    }

    /**
     * The share; empty if no first number is set.
     *
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    Optional<Share> share() {
        String first = text("first");
        String step = text("step");
        if (first.isEmpty() && !step.isEmpty() && number("step", step, 1) != 1) {
            throw new IllegalArgumentException("property " + prefix + ".step is '" + step + "', but " + prefix
                    + ".first is not set: it says which of the " + step + " shares this JVM has");
        }
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(new Share(number("first", first, least), step.isEmpty() ? 1 : number("step", step, 1)));
    }

    private String text(String name) {
        return StringUtils.trimToEmpty(JMeterUtils.getProperty(prefix + "." + name));
    }

    private long number(String name, String text, long lowest) {
        long number = text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
        if (number < lowest || number > largest) {
            throw new IllegalArgumentException("property " + prefix + "." + name + " is '" + text
                    + "', it must be a whole number in " + lowest + "-" + largest);
        }
        return number;
    }
}
