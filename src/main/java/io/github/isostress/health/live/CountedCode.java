package io.github.isostress.health.live;

import io.github.isostress.health.Result;
import java.util.Comparator;

/**
 * How often samples have ended with a code. Immutable.
 *
 * @param result what samples with this code count as
 * @param code DE 39, or the failure's code
 * @param count how many
 */
public record CountedCode(Result result, String code, long count) {
    /** The order in which codes are shown. */
    static final Comparator<CountedCode> MOST_FREQUENT_OF_A_RESULT_FIRST = Comparator.comparing(CountedCode::result)
            .thenComparing(code -> -code.count())
            .thenComparing(CountedCode::code);

    boolean isAlso(CountedCode other) {
        return result == other.result && code.equals(other.code);
    }
}
