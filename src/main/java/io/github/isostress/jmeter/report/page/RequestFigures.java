package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.Result;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Results and times of some samples. Memory does not grow with their number. Used by one thread. */
final class RequestFigures {
    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private final Times times = new Times();

    void add(Result result, long micros) {
        results.merge(result, 1L, Long::sum);
        times.add(micros);
    }

    long count() {
        return times.count();
    }

    long count(Result result) {
        return results.getOrDefault(result, 0L);
    }

    Times times() {
        return times;
    }

    /** Puts in the counts, and in microseconds the mean and the percentiles 50, 90, 99, 99.9, 99.99 and 100. */
    void tell(ObjectNode node) {
        node.put("count", count());
        for (Result result : Result.values()) {
            node.put(result.name().toLowerCase(Locale.ROOT), count(result));
        }
        times.tell(node);
    }
}
