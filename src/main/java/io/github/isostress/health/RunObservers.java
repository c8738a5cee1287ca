package io.github.isostress.health;

import java.util.Arrays;
import java.util.List;

/** Several observers, or none, in the place of one. Thread-safe. */
public final class RunObservers implements RunObserver {
    private volatile RunObserver[] all;

    /** All of these, told one after the other. */
    public RunObservers(List<RunObserver> all) {
        this.all = all.toArray(RunObserver[]::new);
    }

    /** Tells this one, too, from now on. */
    public synchronized void add(RunObserver another) {
        RunObserver[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = another;
        all = more;
    }

    @Override
    public void ended(ObservedRequest request) {
        for (RunObserver each : all) {
            each.ended(request);
        }
    }

    @Override
    public void notSent(String label, String code) {
        for (RunObserver each : all) {
            each.notSent(label, code);
        }
    }

    @Override
    public void lackedConnection() {
        for (RunObserver each : all) {
            each.lackedConnection();
        }
    }

    @Override
    public void happened(ObservedEvent event) {
        for (RunObserver each : all) {
            each.happened(event);
        }
    }

    @Override
    public void waited(Wait what, long nanos) {
        for (RunObserver each : all) {
            each.waited(what, nanos);
        }
    }

    @Override
    public void linkEnded(ObservedLink link) {
        for (RunObserver each : all) {
            each.linkEnded(link);
        }
    }
}
