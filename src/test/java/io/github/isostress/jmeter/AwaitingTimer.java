package io.github.isostress.jmeter;

import io.github.isostress.support.Await;
import java.util.function.BooleanSupplier;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.timers.Timer;

/**
 * Lets each sample in its scope begin only once a condition holds, however long that takes: so a plan has an order that
 * no busy machine upsets. Thread-safe if the condition is.
 */
public final class AwaitingTimer extends AbstractTestElement implements Timer, NoThreadClone {
    private static final long serialVersionUID = 1L;

    private final transient BooleanSupplier condition;

    /** Is asked again and again, in the thread of the sample, until it holds. */
    public AwaitingTimer(BooleanSupplier condition) {
        this.condition = condition;
    }

    @Override
    public long delay() {
        Await.until("what a sample waits for", condition);
        return 0;
    }
}
