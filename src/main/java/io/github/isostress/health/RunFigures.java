package io.github.isostress.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * The figures of a run in this JVM: counts and durations of its requests and of its connections' events, by label and
 * code. Up to 64 combinations of label and code are told apart among the requests, and as many among the events; what
 * comes beyond is counted under "further labels" and, for a label that is told apart, under "further codes". Takes 188
 * KB for each combination, and as much for each label. Thread-safe; adding a sample is lock-free once its label and code
 * are known, and allocates nothing.
 */
public final class RunFigures implements RunObserver {
    /** How many shared links are told: those of a test are few, but for clients that come and go. */
    private static final int MOST_LINKS = 100;

    private final FiguresByLabel requests = new FiguresByLabel();
    private final FiguresByLabel events = new FiguresByLabel();
    private final Durations lags = new Durations();
    private final Queue<ObservedLink> links = new ConcurrentLinkedQueue<>();

    @Override
    public void ended(ObservedRequest request) {
        requests.of(request.label()).add(request);
        if (request.dueNanos().isPresent()) {
            lags.addNanos(request.lagNanos());
        }
    }

    @Override
    public void notSent(String label, String code) {
        requests.of(label).addNotSent();
    }

    @Override
    public void happened(ObservedEvent event) {
        events.of(event.label()).add(event);
    }

    @Override
    public void waited(Wait what, long nanos) {
        // Its event is counted.
    }

    @Override
    public void linkEnded(ObservedLink link) {
        if (links.size() < MOST_LINKS) {
            links.add(link);
        }
    }

    /** The requests by label, those with most first, and last those of labels that are not told apart. They may grow. */
    public Map<String, LabelFigures> requests() {
        return requests.each();
    }

    /** The requests of all labels. */
    public LabelFigures allRequests() {
        return requests.all();
    }

    /** What happened to connections, by label as {@link #requests}. */
    public Map<String, LabelFigures> events() {
        return events.each();
    }

    /** How late requests were sent, of those that had a schedule. */
    public Durations lags() {
        return lags;
    }

    /** The shared links that have ended, each by itself. */
    public List<ObservedLink> links() {
        return List.copyOf(links);
    }

    /**
     * The figures in a few lines, of which each stands for itself; none if no request was sent.
     *
     * @param shown makes of a label what may be shown of it, on one line
     */
    public List<String> lines(UnaryOperator<String> shown) {
        if (requests.count() == 0) {
            return List.of();
        }
        FiguresWriter writer = new FiguresWriter(shown);
        List<String> lines = new ArrayList<>(writer.ofRequests(requests));
        if (lags.count() > 0) {
            lines.add(writer.ofSchedule(lags, allRequests().responses()));
        }
        lines.addAll(writer.ofEvents(events));
        lines.addAll(writer.ofLinks(links()));
        return lines;
    }
}
