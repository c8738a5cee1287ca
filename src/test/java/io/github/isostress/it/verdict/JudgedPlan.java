package io.github.isostress.it.verdict;

import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.jmeter.testelement.TestElement;

/** A plan whose threads each send some echo tests, each over its own connection, at one rate together. */
final class JudgedPlan {
    private static final String ECHO_TEST = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 301";
    private static final String PATIENCE_MILLIS = "10000";

    private final PlanTree plan = new PlanTree();
    private final PlanTree.Group group;

    JudgedPlan(int port, int threads, int loops, int perSecond) {
        group = plan.group("workers", threads, loops);
        Iso8583RateTimer timer = ours(new Iso8583RateTimer(), "pace");
        timer.set(Iso8583RateTimerSchema.INSTANCE.rate, String.valueOf(perSecond));
        group.tree().add(timer);
        Iso8583Connection connection = ours(new Iso8583Connection(), "host");
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, String.valueOf(port));
        group.tree().add(connection);
        Iso8583Request request = ours(new Iso8583Request(), "echo test");
        request.set(Iso8583RequestSchema.INSTANCE.template, ECHO_TEST);
        request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, PATIENCE_MILLIS);
        group.tree().add(request);
    }

    private static <T extends TestElement> T ours(T element, String name) {
        return named(
                element,
                name,
                "io.github.isostress.jmeter.gui." + element.getClass().getSimpleName() + "Gui");
    }

    private static <T extends TestElement> T named(T element, String name, String panel) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, panel);
        return element;
    }

    /** Adds a listener of a class of these tests. */
    JudgedPlan heardBy(TestElement listener) {
        group.tree().add(named(listener, "listener", "org.apache.jmeter.testbeans.gui.TestBeanGUI"));
        return this;
    }

    /** Writes the plan into a folder and gives the file. */
    Path save(Path folder) throws IOException {
        Path file = folder.resolve("judged.jmx");
        plan.save(file);
        return file;
    }
}
