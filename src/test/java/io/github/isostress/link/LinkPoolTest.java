package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links that threads share. */
class LinkPoolTest {
    private static final long LONG_MILLIS = 60_000;

    private final LinkKeeper keeper = new LinkKeeper();
    private final TestLinks.Owner owner = new TestLinks.Owner();
    private final Interruption interruption = new Interruption();

    @AfterEach
    void close() {
        keeper.close();
    }

    private LinkPool pool(int size) {
        return new LinkPool(new LinkGroup("links", keeper), size, Optional.empty());
    }

    @Test
    void shouldServeWhoeverHasWaitedLongestWhenALinkComesBack() throws Exception {
        LinkPool pool = pool(1);
        Link link = pool.take(LONG_MILLIS, owner, interruption);
        Queue<Integer> served = new ConcurrentLinkedQueue<>();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            waiting.add(waiter(pool, i, served));
        }
        pool.giveBack(link);
        for (Thread thread : waiting) {
            thread.join(LONG_MILLIS);
        }

        assertThat(served).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(owner.events).hasSize(6).allMatch(LinkEvent.Waited.class::isInstance);
    }

    private Thread waiter(LinkPool pool, int number, Queue<Integer> served) {
        Thread thread = new Thread(() -> {
            try {
                Link link = pool.take(LONG_MILLIS, owner, new Interruption());
                served.add(number);
                pool.giveBack(link);
            } catch (LinkNotOpened | FailureException e) {
                served.add(-1);
            }
        });
        thread.start();
        Await.until("waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    @Test
    void shouldGiveTheLinkToAnotherWhenTheOneWhoWaitedHasGone() throws Exception {
        LinkPool pool = pool(1);
        Link link = pool.take(LONG_MILLIS, owner, interruption);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pool.take(LONG_MILLIS, owner, interruption))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> pool.take(0, owner, interruption)).isInstanceOf(LinkNotOpened.class);
        pool.giveBack(link);

        assertThat(pool.take(0, owner, interruption)).isSameAs(link);
        assertThat(pool.links()).containsExactly(link);
    }

    @Test
    void shouldNotEndAnothersSampleWhenOneThatHasGivenItsLinkBackIsInterrupted() throws Exception {
        try (EmbeddedHost host = TestHosts.plain("binary2", "iso87ascii")) {
            LinkPool pool = pool(1);
            interruption.begin();
            Link link = pool.take(LONG_MILLIS, owner, interruption);
            link.open(TestLinks.plain(host), owner, interruption);
            pool.giveBack(link);

            assertThat(interruption.raise()).isTrue();

            assertThat(link.standing()).isNotNull();
            link.end("the test has ended");
        }
    }

    /** As during an echo: the link is in the pool, and in use. */
    @Test
    void shouldGiveAnotherLinkWhenSomethingIsGoingOnWithTheOneThatWasIdleLongest() throws Exception {
        LinkPool pool = pool(3);
        Link first = pool.take(0, owner, interruption);
        Link second = pool.take(0, owner, interruption);
        pool.giveBack(first);
        pool.giveBack(second);

        Held echo = new Held(first);
        assertThat(pool.take(0, owner, interruption)).isSameAs(second);
        assertThat(pool.take(0, owner, interruption)).isNotSameAs(first);
        assertThat(owner.events).isEmpty();
        assertThatThrownBy(() -> pool.take(20, owner, interruption)).isInstanceOf(LinkNotOpened.class);
        echo.end();
        assertThat(pool.take(LONG_MILLIS, owner, interruption)).isSameAs(first);
    }

    /** What a sample waits for is told, be it another sample or an echo. */
    @Test
    void shouldTellOfTheWaitWhenSomethingIsGoingOnWithTheOnlyLink() throws Exception {
        LinkPool pool = pool(1);
        Link only = pool.take(0, owner, interruption);
        pool.giveBack(only);
        Held echo = new Held(only);
        Thread sampling = Thread.currentThread();
        Thread ending = new Thread(() -> {
            Await.until("the sample waits", () -> sampling.getState() == Thread.State.TIMED_WAITING);
            echo.end();
        });
        ending.start();

        assertThat(pool.take(LONG_MILLIS, owner, interruption)).isSameAs(only);

        assertThat(owner.events)
                .singleElement()
                .isInstanceOfSatisfying(
                        LinkEvent.Waited.class,
                        wait -> assertThat(wait.failure()).isNull());
        ending.join();
    }

    /** A link that another thread uses. */
    private static final class Held {
        private final CountDownLatch ended = new CountDownLatch(1);

        Held(Link link) throws InterruptedException {
            CountDownLatch entered = new CountDownLatch(1);
            Thread thread = new Thread(() -> {
                link.use().enterIfIdle();
                entered.countDown();
                try {
                    ended.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                link.use().leave();
            });
            thread.start();
            entered.await();
        }

        void end() {
            ended.countDown();
        }
    }

    @Test
    void shouldGiveALinkToOpenWhileThereIsOneThatIsNotOpen() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            LinkPool pool = pool(2);
            LinkSource ofThread = pool.withWaitOf(LONG_MILLIS);
            for (int opened = 0; opened < 2; opened++) {
                Link link = ofThread.takeToOpen(interruption).orElseThrow();
                link.open(TestLinks.plain(host), owner, interruption);
                ofThread.giveBack(link);
            }

            assertThat(ofThread.takeToOpen(interruption)).isEmpty();
            Await.until("both are connected", () -> host.record().connections() == 2);
            pool.take(LONG_MILLIS, owner, interruption);
            pool.take(LONG_MILLIS, owner, interruption);
            assertThat(ofThread.takeToOpen(interruption)).isEmpty();
        }
    }
}
