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
import java.util.concurrent.locks.LockSupport;
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
        // Longer than a waiting thread sleeps at a stretch.
        LockSupport.parkNanos(3 * Interruption.NOTICE_NANOS);

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
}
