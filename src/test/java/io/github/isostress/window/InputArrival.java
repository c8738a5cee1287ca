package io.github.isostress.window;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.event.MouseEvent;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.swing.RepaintManager;

/**
 * Waits until what a hand does has come from the screen to the window. Robot.waitForIdle does so too, but without a
 * window manager it now and then takes ten seconds.
 */
final class InputArrival {
    // Not all comes: keys that close a dialog are released over nothing, and a mouse that is out does not go out.
    private static final long LONGEST_MILLIS = 500;
    // A button of the mouse is let go over the window: on a busy machine it hears of that late.
    private static final long LONGEST_OF_A_CLICK_MILLIS = 20_000;

    private volatile int awaited;
    private final Semaphore arrived = new Semaphore(0);

    InputArrival() {
        Toolkit.getDefaultToolkit().addAWTEventListener(this::see, AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK);
    }

    private void see(AWTEvent event) {
        if (event.getID() == awaited) {
            arrived.release();
        }
    }

    /** Makes a movement, and returns when that event of it has come, and all that it has set off is done and drawn. */
    void of(int event, Runnable movement) {
        await(event, LONGEST_MILLIS, movement);
    }

    /** The same for a press of a mouse button over a component that hears of it. */
    void ofClick(Runnable movement) {
        await(MouseEvent.MOUSE_RELEASED, LONGEST_OF_A_CLICK_MILLIS, movement);
    }

    private void await(int event, long longestMillis, Runnable movement) {
        arrived.drainPermits();
        awaited = event;
        movement.run();
        try {
            arrived.tryAcquire(longestMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        rest();
    }

    /** Returns when the event thread has done and drawn what it had been given, and what that gave it. */
    static void rest() {
        Edt.run(() -> {});
        Edt.run(() -> RepaintManager.currentManager((Component) null).paintDirtyRegions());
        Toolkit.getDefaultToolkit().sync();
    }
}
