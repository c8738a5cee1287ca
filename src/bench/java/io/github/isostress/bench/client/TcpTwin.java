package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.jmeter.PlanTree;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.jmeter.protocol.tcp.sampler.TCPSampler;
import org.apache.jmeter.reporters.Summariser;
import org.apache.jmeter.testbeans.gui.TestBeanGUI;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.StringProperty;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.timers.ConstantThroughputTimer;

/** What stress.jmx would be without us: its threads, its rate and its summary, with JMeter's own sampler and timer. */
public final class TcpTwin {
    private TcpTwin() {}

    /**
     * Writes the plan for a headless JMeter.
     *
     * @param told {@code port} of its host
     */
    public static void save(Path file, CommandLine told) throws IOException {
        JMeterHome.open();
        PlanTree tree = new PlanTree();
        PlanTree.Group group = tree.group("workers", 20, -1);
        ThreadGroup threads = group.element();
        threads.setProperty(ThreadGroup.RAMP_TIME, "${__P(ramp_up_secs,2)}");
        threads.setScheduler(true);
        threads.setProperty(ThreadGroup.DURATION, "${__P(test_duration_secs,60)}");
        ConstantThroughputTimer timer = new ConstantThroughputTimer();
        RateTimers.share(timer, new StringProperty("throughput", "${__jexl3(${__P(rps,200)} * 60,)}"));
        group.tree().add(withGui(timer, "rps", TestBeanGUI.class.getName()));
        TCPSampler sampler = ContenderPlan.tcp(told);
        group.tree()
                .add(withGui(sampler, sampler.getName(), "org.apache.jmeter.protocol.tcp.control.gui.TCPSamplerGui"));
        group.tree().add(withGui(new Summariser(), "stress", "org.apache.jmeter.reporters.gui.SummariserGui"));
        tree.save(file);
    }

    private static TestElement withGui(TestElement element, String name, String gui) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, gui);
        return element;
    }
}
