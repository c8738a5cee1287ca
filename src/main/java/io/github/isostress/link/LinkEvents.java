package io.github.isostress.link;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells owners what happens to shared links, in a thread of its own and in order: a slow listener then holds up neither
 * the readers nor the requests. Thread-safe.
 */
final class LinkEvents implements AutoCloseable {
    /** Where more wait, whoever has the next one tells it: a host that floods us must not fill our memory. */
    private static final int MOST_WAITING = 10_000;

    private static final long THREAD_LIFE_SECONDS = 10;
    private static final long ENDING_SECONDS = 5;

    private final ThreadPoolExecutor teller;

    LinkEvents() {
        teller = new ThreadPoolExecutor(
                1,
                1,
                THREAD_LIFE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                LinkKeeper.daemons("link-events"),
                (event, executor) -> event.run());
        teller.allowCoreThreadTimeOut(true);
    }

    /** An owner that is told in that thread. Its variables are lent in the present one. */
    LinkOwner owner(LinkOwner told) {
        return new LinkOwner() {
            @Override
            public void happened(LinkEvent event) {
                teller.execute(() -> tell(told, event));
            }

            @Override
            public void lendVariables(Runnable work) {
                told.lendVariables(work);
            }
        };
    }

    /** What a listener throws ends no thread: the one that reads a connection may be telling. */
    private static void tell(LinkOwner told, LinkEvent event) {
        try {
            told.happened(event);
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /** Waits until all is told, at most some seconds. */
    @Override
    public void close() {
        teller.shutdown();
        try {
            teller.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
