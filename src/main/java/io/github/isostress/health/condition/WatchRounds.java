package io.github.isostress.health.condition;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The threads of a watch: they look around, and write down each second. */
final class WatchRounds {
    private static final double NANOS_IN_A_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int LOOKS_IN_A_SECOND = 10;
    private static final long LONGEST_END_SECONDS = 10;

    private final GeneratorWatch watch;
    private final WatchedSeconds seconds;
    private final PauseWatch pauses = new PauseWatch();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread looking = thread(this::look, "iso8583-watch");
    private final Thread sleeping = thread(pauses, "iso8583-pauses");
    private final long beginNanos = System.nanoTime();

    WatchRounds(GeneratorWatch watch, WatchedSeconds seconds) {
        this.watch = watch;
        this.seconds = seconds;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void begin() {
        looking.start();
        sleeping.start();
    }

    private void look() {
        try (MachineWatch machine = new MachineWatch()) {
            SecondWriter writer = new SecondWriter(watch, pauses, machine, beginNanos);
            long next = beginNanos;
            for (int looks = 1; !endsWithin(next + LOOK_NANOS - System.nanoTime()); looks++) {
                machine.look();
                next += LOOK_NANOS;
                if (looks % LOOKS_IN_A_SECOND == 0) {
                    seconds.add(writer.write());
                    // After a standstill it goes on from now.
                    next = Math.max(0, System.nanoTime() - next) > NANOS_IN_A_SECOND ? System.nanoTime() : next;
                }
            }
            seconds.add(writer.write());
        } catch (InterruptedException e) {
            // Nobody interrupts this thread: it has no more to say.
        }
    }

    private boolean endsWithin(long nanos) throws InterruptedException {
        return end.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Returns when the last second is written. */
    void end() {
        end.countDown();
        pauses.end();
        try {
            looking.join(TimeUnit.SECONDS.toMillis(LONGEST_END_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
