package io.github.isostress.health.gate;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a gate compares what was seen with its limit. */
enum Comparison {
    LESS("<") {
        @Override
        boolean holds(double seen, double limit) {
            return seen < limit;
        }
    },
    AT_MOST("<=") {
        @Override
        boolean holds(double seen, double limit) {
            return seen <= limit;
        }
    },
    MORE(">") {
        @Override
        boolean holds(double seen, double limit) {
            return seen > limit;
        }
    },
    AT_LEAST(">=") {
        @Override
        boolean holds(double seen, double limit) {
            return seen >= limit;
        }
    };

    /** All signs, for a regular expression. */
    static final String SIGNS =
            Arrays.stream(values()).map(each -> each.sign).collect(Collectors.joining("|", "(", ")"));

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    abstract boolean holds(double seen, double limit);

    static Comparison of(String sign) {
        return Arrays.stream(values())
                .filter(each -> each.sign.equals(sign))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + sign + "' compares nothing"));
    }
}
