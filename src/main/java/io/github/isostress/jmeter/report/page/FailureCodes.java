package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.Result;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.jtl.JtlSample;
import io.github.isostress.vocabulary.ResponseCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The codes with which samples of a run have not succeeded, each with a number: declines by their DE 39, technical
 * failures by theirs. Memory is bounded, whatever codes come. Used by one thread.
 */
final class FailureCodes {
    private static final int MOST = 60;
    private static final int MOST_REASONS = 5;
    private static final Key FURTHER_DECLINES = new Key(Result.DECLINED, "further codes", "");
    private static final Key FURTHER_FAILURES = new Key(Result.FAILED, "further codes", "");

    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Coded> codes = new ArrayList<>();

    private record Key(Result result, String code, String message) {}

    /** One code. */
    private static final class Coded {
        private final Key key;
        private long count;
        private long firstMillis = Long.MAX_VALUE;

        private Coded(Key key) {
            this.key = key;
        }
    }

    /** Counts a sample that did not succeed; returns its code's number. */
    int add(JtlSample sample) {
        Key key = new Key(
                sample.result(), sample.code(), sample.failsAssertion() ? "An assertion has failed" : sample.message());
        Integer number = numbers.get(key);
        if (number == null) {
            number = codes.size() < MOST ? numberOf(key) : numberOf(furtherOf(key.result()));
        }
        Coded coded = codes.get(number);
        coded.count++;
        coded.firstMillis = Math.min(coded.firstMillis, sample.startMillis());
        return number;
    }

    private static Key furtherOf(Result result) {
        return result == Result.DECLINED ? FURTHER_DECLINES : FURTHER_FAILURES;
    }

    private int numberOf(Key key) {
        return numbers.computeIfAbsent(key, absent -> {
            codes.add(new Coded(key));
            return codes.size() - 1;
        });
    }

    /**
     * Tells each code, the most frequent first, with what the logs say of it.
     *
     * @param beginMillis from when on times are counted
     */
    void tell(ArrayNode told, FailureReasons reasons, long beginMillis) {
        codes.stream()
                .sorted(Comparator.comparing((Coded each) -> -each.count))
                .forEach(each -> tell(each, told.addObject(), reasons, beginMillis));
    }

    private void tell(Coded coded, ObjectNode node, FailureReasons reasons, long beginMillis) {
        boolean isDecline = coded.key.result == Result.DECLINED;
        node.put("number", numbers.get(coded.key));
        node.put("declined", isDecline);
        node.put("code", coded.key.code);
        node.put(
                "message",
                isDecline ? ResponseCodes.meaning(coded.key.code).orElse(coded.key.message) : coded.key.message);
        node.put("count", coded.count);
        node.put("firstAt", (coded.firstMillis - beginMillis) / 1e3);
        ArrayNode why = node.putArray("reasons");
        reasons.of(coded.key.code, coded.key.message).limit(MOST_REASONS).forEach(why::add);
    }

    /** How many codes there are: their numbers are below. */
    int size() {
        return codes.size();
    }
}
