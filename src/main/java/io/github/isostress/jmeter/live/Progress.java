package io.github.isostress.jmeter.live;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.util.JMeterUtils;

/**
 * Tells the figures of a run that has no window in a line every so many seconds, on the console and in jmeter.log. Asked
 * once a second by one thread.
 */
final class Progress {
    /** Tells nothing. */
    static final Progress NONE = new Progress(0);

    private final int everySeconds;
    private long seconds;

    private Progress(int everySeconds) {
        this.everySeconds = everySeconds;
    }

    /**
     * From now on; nothing where there is a window.
     *
     * @param seconds how often; 0 for never
     */
    static Progress every(int seconds) {
        return GuiPackage.getInstance() == null && seconds > 0 ? new Progress(seconds) : NONE;
    }

    /** Whether it tells anything. */
    boolean isTold() {
        return everySeconds > 0;
    }

    /**
     * A second is over.
     *
     * @param state of the run, asked for if it is to be told
     */
    void second(Supplier<Optional<LiveState>> state) {
        if (isTold() && seconds > 0 && seconds % everySeconds == 0) {
            state.get().ifPresent(now -> JMeterUtils.reportInfoToUser(ProgressLine.of(now, seconds), ""));
        }
        seconds++;
    }
}
