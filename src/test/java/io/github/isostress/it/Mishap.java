package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583Reply;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.util.function.Consumer;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.control.WhileController;
import org.apache.jmeter.control.gui.LogicControllerGui;
import org.apache.jmeter.control.gui.WhileControllerGui;
import org.apache.jmeter.modifiers.SampleTimeout;
import org.apache.jmeter.modifiers.gui.SampleTimeoutGui;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.timers.ConstantTimer;
import org.apache.jmeter.timers.gui.ConstantTimerGui;
import org.apache.jorphan.collections.HashTree;

/** A thread group whose requests fail in one way. Its name is the failure code. */
final class Mishap {
    /** A card number, a track and a PIN block that no output may show. */
    static final String PAN = "9999990000000013";

    static final String TRACK2 = "9999990000000013=30121010000012300000";
    static final String PIN_BLOCK = "1A2B3C4D5E6F7081";

    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final Iso8583RequestSchema REQUEST = Iso8583RequestSchema.INSTANCE;
    private static final String PURCHASE = """
            0  0200
            2  %s
            4  1000
            11 ${__isoStan()}
            35 %s
            41 TERM0001
            52 %s
            """.formatted(PAN, TRACK2, PIN_BLOCK);

    final Failure failure;
    final Iso8583Connection connection = new Iso8583Connection();
    final Iso8583Request request = new Iso8583Request();
    private final HashTree tree;
    private final HashTree requestTree;

    /** Adds a group whose threads send purchases over one connection. */
    Mishap(PlanTree plan, Failure failure, Shape shape, int port, int threads, int loops) {
        this.failure = failure;
        tree = plan.group(failure.name(), threads, loops).tree();
        name(connection, "link", "io.github.isostress.jmeter.gui.Iso8583ConnectionGui");
        connection.set(CONNECTION.port, String.valueOf(port));
        connection.set(CONNECTION.reconnectPause, "none");
        shape.apply(connection, failure.name());
        tree.add(connection);
        name(request, "purchase", "io.github.isostress.jmeter.gui.Iso8583RequestGui");
        request.set(REQUEST.template, PURCHASE);
        request.set(REQUEST.responseTimeout, "20000");
        requestTree = tree.add(request);
    }

    private static void name(TestElement element, String name, String gui) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, gui);
    }

    /** Adds keys, and lines by which the answers are verified. */
    Mishap verifying(String keys, String lines) {
        Iso8583Keys element = new Iso8583Keys();
        name(element, "keys", "io.github.isostress.jmeter.gui.Iso8583KeysGui");
        element.set(Iso8583KeysSchema.INSTANCE.keys, keys);
        tree.add(element);
        request.set(REQUEST.verified, lines);
        return this;
    }

    /** Sets the response timeout. */
    Mishap answerWithin(int millis) {
        request.set(REQUEST.responseTimeout, String.valueOf(millis));
        return this;
    }

    /** Lets JMeter interrupt the sample after that time. */
    Mishap interruptedAfter(int millis) {
        SampleTimeout timeout = new SampleTimeout();
        name(timeout, "timeout", SampleTimeoutGui.class.getName());
        timeout.setTimeout(String.valueOf(millis));
        requestTree.add(timeout);
        return this;
    }

    /** Adds a pause before each request. */
    Mishap every(int millis) {
        ConstantTimer timer = new ConstantTimer();
        name(timer, "timer", ConstantTimerGui.class.getName());
        timer.setDelay(String.valueOf(millis));
        requestTree.add(timer);
        return this;
    }

    /** Repeats the request until it fails, and sends it once more then. Comes last. */
    Mishap untilItFails() {
        WhileController untilItFails = new WhileController();
        name(untilItFails, "until it fails", WhileControllerGui.class.getName());
        HashTree repeated = tree.remove(request);
        tree.add(untilItFails).set(request, repeated);
        tree.add(request.clone());
        return this;
    }

    /** Adds a sampler that takes a request of the host's after each request. */
    Mishap taking(Consumer<Iso8583Reply> settings) {
        Iso8583Reply reply = new Iso8583Reply();
        name(reply, "reply", "io.github.isostress.jmeter.gui.Iso8583ReplyGui");
        settings.accept(reply);
        tree.add(reply);
        return this;
    }

    /** Adds a request over another connection, which works, after each failing request. */
    Mishap followedByOneThatWorks(int port) {
        GenericController controller = new GenericController();
        name(controller, "after it", LogicControllerGui.class.getName());
        HashTree other = tree.add(controller);
        Iso8583Connection healthy = new Iso8583Connection();
        name(healthy, "healthy", "io.github.isostress.jmeter.gui.Iso8583ConnectionGui");
        healthy.set(CONNECTION.port, String.valueOf(port));
        other.add(healthy);
        Iso8583Request works = new Iso8583Request();
        name(works, "works", "io.github.isostress.jmeter.gui.Iso8583RequestGui");
        works.set(REQUEST.template, PURCHASE);
        other.add(works);
        return this;
    }
}
