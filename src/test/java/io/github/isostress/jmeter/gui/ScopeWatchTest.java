package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.support.Await;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a panel hears of the connection in scope. */
@ExtendWith(JMeterEnvironment.class)
class ScopeWatchTest {
    private static final int LONG_AFTER_MILLIS = 200;

    private final Queue<KnownScope> told = new ConcurrentLinkedQueue<>();

    private ScopeWatch watch(Function<PlanTreeScope, KnownScope> read) {
        return new ScopeWatch(() -> PlanTreeScope.NONE, read, told::add, scope -> {});
    }

    @Test
    void shouldTellNothingOfTheElementBeforeWhenAnotherIsShown() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ScopeWatch watch = watch(scope -> {
            begun.countDown();
            awaitEnd(slow);
            ended.countDown();
            return known("of the element before");
        });
        SwingUtilities.invokeAndWait(watch::shown);
        begun.await();

        SwingUtilities.invokeAndWait(() -> {
            watch.shown();
            watch.end();
        });
        slow.countDown();
        ended.await();
        awaitWhatIsUnderWay();

        assertThat(told).isEmpty();
    }

    @Test
    void shouldCheckAsANewConnectionWouldWhenNothingCanBeRead() throws Exception {
        ScopeWatch watch = watch(scope -> {
            throw new IllegalStateException("no file");
        });

        SwingUtilities.invokeAndWait(watch::shown);
        Await.until("something is told", () -> !told.isEmpty());

        assertThat(told).singleElement().satisfies(scope -> {
            assertThat(scope.words()).contains("IllegalStateException", "Until then");
            assertThat(scope.packager()).map(IsoPackager::name).contains("iso87ascii");
        });
    }

    private static KnownScope known(String words) {
        return new KnownScope(words, Optional.empty(), List.of(), List.of());
    }

    /** Work that has ended is told of within a thirtieth of a second, by the timers of the event thread. */
    private static void awaitWhatIsUnderWay() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        Timer timer = new Timer(LONG_AFTER_MILLIS, event -> later.countDown());
        timer.setRepeats(false);
        timer.start();
        later.await();
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
