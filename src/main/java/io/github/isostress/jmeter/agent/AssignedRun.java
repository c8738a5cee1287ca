package io.github.isostress.jmeter.agent;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.engine.RemoteJMeterEngineImpl;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run that a controller has assigned to this JVM. An assignment comes with the plan, and an engine that is busy
 * refuses the plan only after that; what {@code -G} sets comes later still. So it counts from when JMeter begins the run,
 * before it looks at the plan, in the thread in which the plan came: JMeter lets no other thread begin it. Static, since
 * an agent runs one test at a time. Thread-safe.
 */
public final class AssignedRun {
    private static final Logger LOG = LoggerFactory.getLogger(AssignedRun.class);
    private static final String BEGINS = "Running test";
    private static final ThreadLocal<Assignment> ARRIVED = new ThreadLocal<>();

    private static volatile Assignment current;
    private static PropertiesInForce properties;

    static {
        HeardLog.ofClass(
                RemoteJMeterEngineImpl.class,
                line -> said(line.text()),
                "What controllers assign to this JVM is not known");
    }

    private AssignedRun() {}

    /** It came with a plan. */
    static void arrived(Assignment assignment) {
        ARRIVED.set(assignment);
    }

    static void said(String line) {
        if (line.equals(BEGINS)) {
            Optional<Assignment> arrived = Optional.ofNullable(ARRIVED.get());
            ARRIVED.remove();
            end();
            arrived.ifPresent(AssignedRun::begin);
        }
    }

    private static synchronized void begin(Assignment assignment) {
        Map<String, String> values = assignment.properties().orElse(Map.of());
        properties = new PropertiesInForce(values);
        current = assignment;
        if (!values.isEmpty()) {
            LOG.info("The controller's values count here for this run: {}", String.join(", ", values.keySet()));
        }
    }

    /** What is assigned for the run that goes on. */
    static Optional<Assignment> assignment() {
        return Optional.ofNullable(current);
    }

    /**
     * Why a property that is blank in this JVM may be set at the controller: one clear sentence. Empty if it cannot, since
     * no controller has sent the plan, or it has sent its properties.
     */
    public static Optional<String> whyPropertiesMayBeMissing() {
        String agent = JMeterUtils.getPropDefault(JMeterUtils.THREAD_GROUP_DISTRIBUTED_PREFIX_PROPERTY_NAME, "");
        if (agent.isEmpty()) {
            return Optional.empty();
        }
        String reason = assignment()
                .map(Assignment::whyNoProperties)
                .orElse("the controller's plugin is older, or JMeter's log does not go through log4j");
        return Optional.of(reason).filter(StringUtils::isNotEmpty);
    }

    /** The run has ended: the properties are as they were before. Further calls do nothing. */
    public static synchronized void end() {
        if (properties != null) {
            properties.restore();
            properties = null;
        }
        current = null;
    }
}
