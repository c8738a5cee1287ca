package io.github.isostress.health.live;

import io.github.isostress.health.Allowance;
import io.github.isostress.health.LabelFigures;
import io.github.isostress.health.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often codes came, by the result that they stand for. Thread-safe; counting takes no lock. */
final class CodeCounts {
    private static final int MOST_CODES = 64;

    private final Allowance allowance = new Allowance(MOST_CODES);
    private final Map<Result, Map<String, LongAdder>> codes = new EnumMap<>(Result.class);

    CodeCounts() {
        for (Result result : Result.values()) {
            codes.put(result, new ConcurrentHashMap<>());
        }
    }

    void add(Result result, String code) {
        allowance
                .valueIn(codes.get(result), code, LabelFigures.FURTHER_CODES, LongAdder::new)
                .increment();
    }

    /** Every code by result, the most frequent of a result first. */
    List<CountedCode> counted() {
        List<CountedCode> counted = new ArrayList<>();
        codes.forEach((result, ofResult) ->
                ofResult.forEach((code, count) -> counted.add(new CountedCode(result, code, count.sum()))));
        counted.sort(CountedCode.MOST_FREQUENT_OF_A_RESULT_FIRST);
        return counted;
    }
}
