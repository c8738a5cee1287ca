package io.github.isostress.window;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.SwingUtilities;

/** Questions and orders to components, which are touched on the event thread alone. */
final class Edt {
    private Edt() {}

    /** Asks there and gives the answer. */
    static <T> T get(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        try {
            SwingUtilities.invokeAndWait(task);
            return task.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Does it there, and returns when it is done. */
    static void run(Order order) {
        get(() -> {
            order.carryOut();
            return null;
        });
    }

    /** What is to be done. */
    interface Order {
        void carryOut() throws Exception;
    }
}
