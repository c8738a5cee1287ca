package io.github.isostress.health;

import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes figures in lines, of which each stands for itself. */
final class FiguresWriter {
    private static final int[] PERCENTS = {50, 95, 99};
    private static final int DECIMALS = 3;

    private final UnaryOperator<String> shown;

    /**
     * A writer.
     *
     * @param shown makes of a label what may be shown of it
     */
    FiguresWriter(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    /** A line for each label, and one for all where there are several. */
    List<String> ofRequests(FiguresByLabel requests) {
        List<String> lines = new ArrayList<>();
        requests.told().forEach((label, figures) -> lines.add(ofRequests(quoted(label), figures)));
        if (lines.size() > 1) {
            lines.add(ofRequests("all requests", requests.all()));
        }
        return lines;
    }

    private static String ofRequests(String subject, LabelFigures figures) {
        long sent = figures.count();
        StringBuilder line = new StringBuilder(format("%s: %,d sent", subject, sent));
        if (figures.rate() > 0) {
            line.append(format(", %,.1f a second", figures.rate()));
        }
        if (figures.notSent() > 0) {
            line.append(format(", %,d not sent", figures.notSent()));
        }
        if (sent > 0) {
            line.append(format(
                    "; %s; round trip %s; %s; %s sent, %,d received",
                    results(figures),
                    percentiles(figures.durations()),
                    codes(figures),
                    Plural.grouped(figures.sentBytes(), "byte"),
                    figures.receivedBytes()));
        }
        return line.toString();
    }

    /** How late requests were sent, and what that makes of their round trips. */
    String ofSchedule(Durations lags, Durations responses) {
        return format("lag %s; response time from due %s", percentiles(lags), percentiles(responses));
    }

    /** A line for each label. */
    List<String> ofEvents(FiguresByLabel events) {
        List<String> lines = new ArrayList<>();
        events.told()
                .forEach((label, figures) -> lines.add(format(
                        "%s: %,d; %s; %s",
                        quoted(label), figures.count(), percentiles(figures.durations()), codes(figures))));
        return lines;
    }

    /** A line for each link. */
    List<String> ofLinks(List<ObservedLink> links) {
        List<String> lines = new ArrayList<>();
        for (ObservedLink link : links) {
            lines.add(format(
                    "%s, shared link %d: %s, at most %,d under way, over %s; %,d late, %,d doubled,"
                            + " %,d unmatched, %,d lost with a connection; %s sent, %,d received",
                    quoted(link.links()),
                    lines.size() + 1,
                    Plural.grouped(link.requests(), "request"),
                    link.mostUnderWay(),
                    Plural.grouped(link.connections(), "connection"),
                    link.late(),
                    link.doubled(),
                    link.unmatched(),
                    link.lost(),
                    Plural.grouped(link.sentBytes(), "byte"),
                    link.receivedBytes()));
        }
        return lines;
    }

    private String quoted(String label) {
        return label.equals(LabelFigures.FURTHER_LABELS) ? label : "'" + shown.apply(label) + "'";
    }

    private static String results(LabelFigures figures) {
        Map<Result, Long> counts = figures.counts();
        return Arrays.stream(Result.values())
                .map(result -> format("%,d %s", counts.getOrDefault(result, 0L), result.words()))
                .collect(Collectors.joining(", "));
    }

    /** The most frequent first. */
    private static String codes(LabelFigures figures) {
        return figures.coded()
                .sorted(Comparator.comparingLong(
                                (LabelFigures.Coded each) -> -each.durations().count())
                        .thenComparing(LabelFigures.Coded::code))
                .map(each -> format("%,d x %s", each.durations().count(), each.code()))
                .collect(Collectors.joining(", "));
    }

    private static String percentiles(Durations durations) {
        return durations.inWords(DECIMALS, PERCENTS);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
