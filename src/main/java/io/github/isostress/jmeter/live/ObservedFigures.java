package io.github.isostress.jmeter.live;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.ObservedEvent;
import io.github.isostress.health.ObservedLink;
import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.RunObserver;
import io.github.isostress.health.Wait;
import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.jmeter.record.SampleKind;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Counts what a run in this JVM does in live figures, without any listener. Thread-safe. */
final class ObservedFigures implements RunObserver {
    private final LiveFigures figures;

    ObservedFigures(LiveFigures figures) {
        this.figures = figures;
    }

    @Override
    public void ended(ObservedRequest request) {
        figures.addRequest(
                request.result(),
                request.code(),
                System.currentTimeMillis(),
                TimeUnit.NANOSECONDS.toMicros(request.endNanos() - request.startNanos()),
                request.dueNanos().isPresent()
                        ? TimeUnit.NANOSECONDS.toMicros(request.lagNanos())
                        : LiveFigures.NO_LAG);
        if (Failure.ofCode(request.code()).filter(Failure::isLossOfConnection).isPresent()) {
            figures.addLost();
        }
    }

    @Override
    public void notSent(String label, String code) {
        figures.addNotSent(code);
    }

    @Override
    public void happened(ObservedEvent event) {
        Optional<SampleKind> kind = SampleKind.ofLabel(event.label());
        if (kind.filter(SampleKind::opensConnection).isPresent()) {
            if (event.result() == Result.SUCCEEDED) {
                figures.addOpened();
            } else {
                figures.addNotOpened(event.code());
            }
        } else if (kind.isPresent() && event.result() != Result.SUCCEEDED) {
            figures.addCode(event.result(), event.code());
        }
    }

    @Override
    public void waited(Wait what, long nanos) {
        // No request has ended.
    }

    @Override
    public void linkEnded(ObservedLink link) {
        // Its requests have been told of.
    }
}
