package io.github.isostress.it;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.FullBacklog;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.jmeter.testelement.TestElement;

/**
 * A plan of 126 requests that fail in every way, one of them labelled with a card number, paced by a timer "pace", and
 * the hosts that it needs.
 */
final class FailingPlan implements AutoCloseable {
    static final int REQUESTS = 75 + 3 + 2 + 3 + 40 + 2 + 1;
    static final String CARD_NUMBER = "4111111111111111";

    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final String PURCHASE = "0 0200\n3 000000\n11 ${__isoStan()}\n41 TERM0001";
    private static final String RULES = """
            mti 0800 : decline 51
            every 5 : no answer
            every 7 : close
            every 11 : decline 05
            """;

    private final PlanTree plan = new PlanTree();
    private final EmbeddedHost host = TestHosts.ruled(RULES);
    private final FullBacklog full = new FullBacklog();

    FailingPlan() throws IOException {
        Iso8583RateTimer timer = named(new Iso8583RateTimer(), "pace");
        timer.set(Iso8583RateTimerSchema.INSTANCE.rate, "200");
        plan.plan().add(timer);
        group("good", 3, 25, connection(host.port()), PURCHASE);
        group("refused", 1, 3, connection(TestHosts.portWithoutHost()), PURCHASE);
        Iso8583Connection slow = connection(full.port());
        slow.set(CONNECTION.connectTimeout, "100");
        group("slow connect", 1, 2, slow, PURCHASE);
        Iso8583Connection signingOn = connection(host.port());
        signingOn.set(CONNECTION.signOn, "0 0800\n11 ${__isoStan()}\n70 001");
        group("sign-on", 1, 3, signingOn, PURCHASE);
        Iso8583Connection pooled = connection(host.port());
        pooled.set(CONNECTION.keep, "pool of 1");
        pooled.set(CONNECTION.poolWait, "5");
        group("pool", 4, 10, pooled, PURCHASE);
        group("template", 1, 2, connection(host.port()), "0 0200\n11 ABCDEF");
        group(CARD_NUMBER, 1, 1, connection(host.port()), PURCHASE);
    }

    private void group(String name, int threads, int loops, Iso8583Connection connection, String template) {
        PlanTree.Group group = plan.group(name, threads, loops);
        connection.setName(name);
        group.tree().add(connection);
        Iso8583Request request = named(new Iso8583Request(), name + " request");
        request.set(Iso8583RequestSchema.INSTANCE.template, template);
        request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, "200");
        group.tree().add(request);
    }

    private static Iso8583Connection connection(int port) {
        Iso8583Connection connection = named(new Iso8583Connection(), "");
        connection.set(CONNECTION.port, String.valueOf(port));
        return connection;
    }

    private static <E extends TestElement> E named(E element, String name) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(
                TestElement.GUI_CLASS,
                "io.github.isostress.jmeter.gui." + element.getClass().getSimpleName() + "Gui");
        return element;
    }

    /** Writes the plan to a folder. */
    Path save(Path folder) throws IOException {
        Path file = folder.resolve("plan.jmx");
        plan.save(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        host.close();
        full.close();
    }
}
