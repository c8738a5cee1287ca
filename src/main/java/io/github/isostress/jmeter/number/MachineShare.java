package io.github.isostress.jmeter.number;

import io.github.isostress.jmeter.agent.AgentIdentity;
import io.github.isostress.pace.Rated;
import io.github.isostress.pace.Share;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

/** What this machine sends of a rate. Stateless. */
public final class MachineShare {
    private MachineShare() {}

    /**
     * This machine's share in the run that goes on.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot be said
     */
    public static Share of(Rated rated) {
        if (rated == Rated.EACH_MACHINE) {
            return Share.WHOLE;
        }
        AgentIdentity machine = AgentIdentity.ofRun();
        if (!machine.isCountKnown() || machine.equals(AgentIdentity.ALONE) && isAgent()) {
            throw new IllegalArgumentException("the rate is that of all machines together, and nothing says how many"
                    + " there are: set agent.id, such as 2/3, or choose that the rate is of each machine");
        }
        return rated.share(machine.number(), machine.count());
    }

    /** Whether a controller has sent the plan, be it one that says nothing of its other agents. */
    private static boolean isAgent() {
        return StringUtils.isNotBlank(
                JMeterUtils.getProperty(JMeterUtils.THREAD_GROUP_DISTRIBUTED_PREFIX_PROPERTY_NAME));
    }
}
