package io.github.isostress.jmeter.function;

import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.agent.AgentIdentity;
import java.util.List;

/**
 * {@code ${__isoAgent()}}: the number of this machine among those that make load at the same time, from 1.
 * {@code ${__isoAgent(count)}} is how many there are, 0 if that is not known, and {@code ${__isoAgent(name)}} is this one's
 * name.
 */
public final class IsoAgent extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoAgent() {
        super("__isoAgent", List.of(), List.of("number, count or name; blank is number"));
    }

    @Override
    String value(List<String> values) {
        AgentIdentity machine = CurrentRun.context().threads().machine();
        return switch (values.get(0)) {
            case "", "number" -> String.valueOf(machine.number());
            case "count" -> String.valueOf(machine.count());
            case "name" -> machine.name();
            default -> throw new IllegalArgumentException("'" + values.get(0) + "' is none of number, count, name");
        };
    }
}
