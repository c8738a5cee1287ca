package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.live.LiveRun;
import io.github.isostress.jmeter.live.ProgressInterval;
import io.github.isostress.jmeter.run.TestRun;
import io.github.isostress.jmeter.setting.Iso8583ResultsSchema;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.jmeter.setting.ReportChoice;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.Clearable;
import org.apache.jmeter.samplers.Remoteable;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listener "ISO 8583 Results": follows the run of the samplers in its scope. JMeter keeps a remoteable listener on the
 * controller and sends it the samples of remote agents; its copies there, one for each agent, follow one run.
 */
public final class Iso8583Results extends AbstractTestElement
        implements SampleListener, TestStateListener, Remoteable, NoThreadClone, Clearable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Iso8583Results.class);

    private transient volatile LiveRun run;

    @Override
    public Iso8583ResultsSchema getSchema() {
        return Iso8583ResultsSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Results, ? extends Iso8583ResultsSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    /** A copy that follows the same run: what JMeter runs is a copy of what a panel shows. */
    @Override
    public Object clone() {
        Iso8583Results clone = (Iso8583Results) super.clone();
        clone.run = run();
        return clone;
    }

    /** The run that it follows. */
    public synchronized LiveRun run() {
        run = run == null ? new LiveRun() : run;
        return run;
    }

    /** Follows this run from now on: that which its panel shows. */
    public synchronized void follow(LiveRun shown) {
        run = shown;
    }

    @Override
    public void sampleOccurred(SampleEvent event) {
        LiveRun followed = run;
        if (followed != null) {
            followed.hear(event);
        }
    }

    /** JMeter never tells of it. */
    @Override
    public void sampleStarted(SampleEvent event) {}

    /** JMeter never tells of it. */
    @Override
    public void sampleStopped(SampleEvent event) {}

    /** Does not throw: JMeter would end the run without a sample. */
    @Override
    public void testStarted() {
        TestRun.begin(RunningPlan::tree);
        demand();
        begin(() -> run().beginsHere(everySeconds()));
    }

    /** As {@link #testStarted()}, at the controller of an agent. */
    @Override
    public void testStarted(String agent) {
        demand();
        begin(() -> run().beginsOnAgent(everySeconds()));
    }

    /** Without the jar of the histograms the run goes on, and nothing is shown of it. */
    private void begin(Runnable following) {
        try {
            following.run();
        } catch (LinkageError e) {
            LOG.warn("{} shows nothing: {}", getName(), MissingJar.sentence(e));
        }
    }

    /** Tells the run what it has to keep, and when it ends with a page. */
    private void demand() {
        TestRun.demand(text(getSchema().gates));
        String page = text(getSchema().report);
        ReportChoice.fault(page).ifPresent(fault -> LOG.error("{}: report: {}", getName(), fault));
        ReportChoice.of(page).ifPresent(TestRun::choosePage);
    }

    private int everySeconds() {
        return ProgressInterval.seconds("Line every (s) of " + getName(), text(getSchema().everySeconds));
    }

    /** On a controller of agents JMeter leaves expressions as they are written. */
    private String text(StringPropertyDescriptor<?> property) {
        String text = getString(property);
        try {
            return JMeterExpressions.INSTANCE.compile(text).evaluate();
        } catch (RuntimeException e) {
            LOG.error("{}: {}: {}", getName(), property.getShortName(), e.getMessage());
            return text;
        }
    }

    @Override
    public void testEnded() {
        run().ends();
    }

    /** The last agent ends the run here: no other element of ours is on the controller. */
    @Override
    public void testEnded(String agent) {
        if (run().ends()) {
            run().ofAgents().ifPresent(TestRun::endOnController);
        }
    }

    /** Its panel forgets the figures; JMeter asks for this method to find elements whose panels do. */
    @Override
    public void clearData() {}
}
