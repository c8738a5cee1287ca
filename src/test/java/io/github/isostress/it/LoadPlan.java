package io.github.isostress.it;

import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.control.RunTime;
import org.apache.jmeter.control.gui.RunTimeGui;
import org.apache.jmeter.testbeans.gui.TestBeanGUI;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.DoubleProperty;
import org.apache.jmeter.testelement.property.IntegerProperty;
import org.apache.jmeter.timers.ConstantThroughputTimer;
import org.apache.jmeter.timers.ConstantTimer;
import org.apache.jmeter.timers.SyncTimer;
import org.apache.jmeter.timers.UniformRandomTimer;
import org.apache.jmeter.timers.gui.ConstantTimerGui;
import org.apache.jmeter.timers.gui.UniformRandomTimerGui;
import org.apache.jorphan.collections.HashTree;

/**
 * Terminals that send purchases for a while, each over its own connection and evenly spaced in time. First each says
 * hello and waits until all are connected. When the time is up each waits until its last answer is in, and says
 * goodbye.
 */
final class LoadPlan {
    static final String CONNECTION = "link";
    static final String PURCHASE = "purchase";
    static final List<String> ECHO_TESTS = List.of("hello", "ready", "goodbye");

    private static final String PURCHASE_MESSAGE = """
            0  0200
            2  9999990000000013
            3  000000
            4  1000
            7  0101000000
            11 ${__isoStan()}
            41 TERM0001
            49 978
            """;
    private static final String ECHO_TEST = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 301";
    private static final int SECONDS_A_MINUTE = 60;
    private static final String LAST_PAUSE_MILLIS = "2000";

    /** Many connect at once, and a JVM is slow at first, on a busy machine more so. */
    private static final String PATIENCE_MILLIS = "60000";

    final Iso8583Connection connection = new Iso8583Connection();
    final Iso8583Request purchase = request(PURCHASE, PURCHASE_MESSAGE);
    private final PlanTree plan = new PlanTree();

    /** Sets the number of terminals, the time in seconds, and the requests a second of each terminal. */
    LoadPlan(int port, int terminals, int seconds, double requestsPerSecond) {
        PlanTree.Group group = plan.group("terminals", terminals, 1);
        name(connection, CONNECTION, "io.github.isostress.jmeter.gui.Iso8583ConnectionGui");
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, String.valueOf(port));
        group.tree().add(connection);
        group.tree().add(echoTest(0));
        HashTree ready = group.tree().add(echoTest(1));
        ready.add(together(terminals));
        ready.add(turn(requestsPerSecond));
        RunTime sendingTime = new RunTime();
        name(sendingTime, "for a while", RunTimeGui.class.getName());
        sendingTime.setRuntime(seconds);
        HashTree sending = group.tree().add(sendingTime);
        sending.add(pace(requestsPerSecond));
        sending.add(purchase);
        ConstantTimer moment = new ConstantTimer();
        name(moment, "a moment", ConstantTimerGui.class.getName());
        moment.setDelay(LAST_PAUSE_MILLIS);
        group.tree().add(echoTest(2)).add(moment);
    }

    private static SyncTimer together(int terminals) {
        SyncTimer together = new SyncTimer();
        name(together, "together", TestBeanGUI.class.getName());
        together.setProperty(new IntegerProperty("groupSize", terminals));
        return together;
    }

    private static UniformRandomTimer turn(double requestsPerSecond) {
        UniformRandomTimer turn = new UniformRandomTimer();
        name(turn, "turn", UniformRandomTimerGui.class.getName());
        turn.setDelay("0");
        turn.setRange(TimeUnit.SECONDS.toMillis(1) / requestsPerSecond);
        return turn;
    }

    private static ConstantThroughputTimer pace(double requestsPerSecond) {
        ConstantThroughputTimer pace = new ConstantThroughputTimer();
        name(pace, "pace", TestBeanGUI.class.getName());
        pace.setProperty(new IntegerProperty("calcMode", ConstantThroughputTimer.Mode.ThisThreadOnly.ordinal()));
        pace.setProperty(new DoubleProperty("throughput", requestsPerSecond * SECONDS_A_MINUTE));
        return pace;
    }

    private static Iso8583Request echoTest(int index) {
        return request(ECHO_TESTS.get(index), ECHO_TEST);
    }

    private static Iso8583Request request(String name, String template) {
        Iso8583Request request = new Iso8583Request();
        name(request, name, "io.github.isostress.jmeter.gui.Iso8583RequestGui");
        request.set(Iso8583RequestSchema.INSTANCE.template, template);
        request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, PATIENCE_MILLIS);
        return request;
    }

    private static void name(TestElement element, String name, String gui) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, gui);
    }

    /** Writes the plan to a file. */
    void save(Path file) throws IOException {
        plan.save(file);
    }
}
