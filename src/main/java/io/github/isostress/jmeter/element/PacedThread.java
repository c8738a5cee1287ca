package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.number.MachineShare;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.pace.Arrivals;
import io.github.isostress.pace.Backlog;
import io.github.isostress.pace.Pace;
import io.github.isostress.pace.Rate;
import io.github.isostress.pace.Rated;
import io.github.isostress.pace.Schedule;
import io.github.isostress.pace.Turn;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jorphan.util.JMeterStopThreadException;

/**
 * One thread's side of a rate timer. It takes turns, and reads the rate anew for each turn and while it waits for one.
 * Used by that thread.
 */
final class PacedThread implements IntendedStart.Departure {
    /** The last part of a wait, which is JMeter's: during it nothing reads the rate. */
    private static final long FAR_NANOS = 500_000_000;

    /** The pause between refused samples: without a rate they would fill the disk. */
    private static final long REFUSED_MILLIS = 1_000;

    /** The end of a thread that JMeter lets go on. */
    static final long NO_END = Long.MAX_VALUE;

    /** A pause that JMeter does not begin in a thread whose time is up: it ends the thread. */
    private static final long BEYOND_THE_END = 1;

    private static final Iso8583RateTimerSchema SCHEMA = Iso8583RateTimerSchema.INSTANCE;

    private final Iso8583RateTimer timer;
    private final PropertyReader properties;
    private final PacedRun run;
    private final Schedule schedule;
    private final FirstTurn firstTurn;
    private final Turn turn = new Turn();
    private long askedNanos;
    private String rateText;
    private Pace pace;
    /** No pause before the first refused sample. */
    private long refusedMillis;

    PacedThread(Iso8583RateTimer timer, PacedRun run) {
        this.timer = timer;
        this.properties = new PropertyReader(timer);
        this.run = run;
        this.schedule = run.schedule();
        this.firstTurn = new FirstTurn(timer, properties, run);
    }

    /** Hears when the thread starts and ends. */
    FirstTurn firstTurn() {
        return firstTurn;
    }

    /**
     * Takes the next turn and sets the next sample's intended start.
     *
     * @return milliseconds until the turn, rounded down
     */
    long delay(JMeterContext context) {
        run.checkOthers(timer, context.getVariables());
        try {
            return read().rate().isUnlimited() ? released() : paced(context);
        } catch (InterruptedException e) {
            // JMeter's Stop, which lets no sample begin.
            Thread.currentThread().interrupt();
            return 0;
        } catch (IllegalArgumentException e) {
            return refuse(context, "'" + timer.getName() + "': " + e.getMessage());
        }
    }

    private long released() {
        run.gate().open();
        schedule.release();
        return 0;
    }

    private long paced(JMeterContext context) throws InterruptedException {
        if (!firstTurn.comes(context, endMillis(context.getThread()))) {
            return BEYOND_THE_END;
        }
        Pace wanted = read();
        if (wanted.rate().isUnlimited()) {
            return released();
        }
        askedNanos = System.nanoTime();
        schedule.next(turn, wanted, askedNanos);
        return untilTurn(context);
    }

    private Pace read() {
        String text = properties.text(SCHEMA.rate);
        if (!text.equals(rateText)) {
            pace = new Pace(
                    properties.parsed(SCHEMA.rate, text, Rate::parse),
                    properties.parsed(SCHEMA.arrivals, Arrivals::of),
                    properties.parsed(SCHEMA.backlog, Backlog::of),
                    MachineShare.of(properties.parsed(SCHEMA.total, Rated::of)));
            rateText = text;
        }
        return pace;
    }

    private long untilTurn(JMeterContext context) throws InterruptedException {
        long endMillis = endMillis(context.getThread());
        try {
            while (remainingNanos() > FAR_NANOS && System.currentTimeMillis() < endMillis) {
                schedule.awaitChange(pauseNanos(endMillis));
                Pace wanted = read();
                if (wanted.rate().isUnlimited()) {
                    schedule.release();
                    return unused(0);
                }
                schedule.review(turn, wanted, System.nanoTime());
            }
        } catch (InterruptedException | IllegalArgumentException e) {
            unused(0);
            throw e;
        }
        long millis = Math.max(0, TimeUnit.NANOSECONDS.toMillis(remainingNanos()));
        if (millis > 0 && millis > endMillis - System.currentTimeMillis()) {
            return unused(millis);
        }
        boolean hearsOfDeparture = isOurs(context);
        IntendedStart.set(context, turn.dueNanos(), hearsOfDeparture ? this : null);
        if (!hearsOfDeparture) {
            run.turnOfAnother(Math.max(0, askedNanos - turn.dueNanos()));
        }
        return millis;
    }

    /** When JMeter ends the thread, in place of a longer pause or after a sample; as currentTimeMillis. */
    private static long endMillis(JMeterThread thread) {
        long endMillis = thread == null ? 0 : thread.getEndTime();
        return endMillis == 0 ? NO_END : endMillis;
    }

    private long remainingNanos() {
        return turn.dueNanos() - System.nanoTime();
    }

    /** Half of the way at most: the last pause is JMeter's. */
    private long pauseNanos(long endMillis) {
        long untilEnd = TimeUnit.MILLISECONDS.toNanos(Math.max(1, endMillis - System.currentTimeMillis()));
        return Math.max(1, Math.min(untilEnd, Math.min(FAR_NANOS, remainingNanos() / 2)));
    }

    private long unused(long millis) {
        schedule.giveBack(turn);
        return millis;
    }

    private static boolean isOurs(JMeterContext context) {
        return context.getCurrentSampler() instanceof ConnectionSampler;
    }

    @Override
    public void sent(long lagNanos) {
        schedule.sent(lagNanos);
    }

    @Override
    public void notSent() {
        schedule.notSent();
    }

    /** Our sampler fails with the sentence. Another cannot, so its thread stops. */
    private long refuse(JMeterContext context, String sentence) {
        if (!isOurs(context)) {
            run.refuse(sentence);
            throw new JMeterStopThreadException(sentence);
        }
        IntendedStart.refuse(context, sentence);
        long millis = refusedMillis;
        refusedMillis = REFUSED_MILLIS;
        return millis;
    }
}
