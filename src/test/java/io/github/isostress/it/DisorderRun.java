package io.github.isostress.it;

import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.Disorder;
import io.github.isostress.support.DisorderlyHost;
import io.github.isostress.support.Purchases;
import java.time.Duration;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.sampler.TestAction;
import org.apache.jmeter.testelement.TestElement;

/** Threads that send purchases to a {@link DisorderlyHost} as fast as they can, run by JMeter's engine in this JVM. */
final class DisorderRun {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final Iso8583RequestSchema REQUEST = Iso8583RequestSchema.INSTANCE;

    /** The first request of each thread; then its way is warm. */
    static final String GREETING = "hello";

    private static final int LONGEST_START_MILLIS = 60_000;

    /** Long, so that on a busy machine only the host's delayed answers are late. */
    private static final int TIMEOUT_MILLIS = 3_000;

    private static final int DELAY_MILLIS = TIMEOUT_MILLIS + 1_000;
    private static final Duration LONGEST = Duration.ofHours(2);

    final Disorder disorder = new Disorder(1, DELAY_MILLIS);
    final CheckedSamples samples = new CheckedSamples(disorder);
    final DisorderlyHost host = new DisorderlyHost(disorder);
    private final PlanTree plan = new PlanTree();
    private final StandardJMeterEngine engine = new StandardJMeterEngine();

    /** Keeps connections for that. The threads send so many purchases together, then wait for delayed answers. */
    DisorderRun(String keep, int threads, long purchases) {
        PlanTree.Group group = plan.group("acquirers", threads, 1);
        plan.plan().add(samples);
        Iso8583Connection connection = named(new Iso8583Connection(), LoadPlan.CONNECTION);
        connection.set(CONNECTION.port, String.valueOf(host.port()));
        connection.set(CONNECTION.keep, keep);
        group.tree().add(connection);
        group.tree().add(request(GREETING, Purchases.GREETING, LONGEST_START_MILLIS));
        group.tree()
                .add(named(new SharedLoops(purchases), "loops"))
                .add(request(LoadPlan.PURCHASE, Purchases.TEMPLATE, TIMEOUT_MILLIS));
        group.tree().add(pause());
    }

    private static Iso8583Request request(String name, String template, int timeoutMillis) {
        Iso8583Request request = named(new Iso8583Request(), name);
        request.set(REQUEST.template, template);
        request.set(REQUEST.matchElements, "11 37");
        request.set(REQUEST.responseTimeout, String.valueOf(timeoutMillis));
        request.set(REQUEST.responseDetail, "failures only");
        return request;
    }

    private static TestAction pause() {
        TestAction pause = named(new TestAction(), "pause");
        pause.setAction(TestAction.PAUSE);
        pause.setTarget(TestAction.THREAD);
        pause.setDuration(String.valueOf(DELAY_MILLIS));
        return pause;
    }

    private static <T extends TestElement> T named(T element, String name) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        return element;
    }

    /** Starts it without waiting. */
    void start() throws Exception {
        engine.configure(plan.root());
        engine.runTest();
    }

    void awaitEnd() throws Exception {
        engine.awaitTermination(LONGEST);
    }
}
