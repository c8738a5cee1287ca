package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;

/** Adds what goes wrong where many requests may be under way on one connection to a plan. */
final class ManyUnderWayMishaps {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final Iso8583RequestSchema REQUEST = Iso8583RequestSchema.INSTANCE;

    private final Mishaps mishaps;

    ManyUnderWayMishaps(Mishaps mishaps) {
        this.mishaps = mishaps;
    }

    /** Adds a thread group for each. */
    void add() {
        Mishap full = mishaps.once(Failure.WINDOW_TIMEOUT, mishaps.host("always : delay 1500"), 2, 2);
        Mishaps.set(full.connection, CONNECTION.window, 1);
        Mishaps.set(full.connection, CONNECTION.poolWait, 1_000);
        Mishap alike = mishaps.once(Failure.KEYS_UNDER_WAY, mishaps.host("always : delay 5000"), 2, 1);
        alike.request.set(REQUEST.template, "0 0200\n11 000001\n41 TERM0001");
        Mishap ordered = mishaps.once(Failure.ORDER_LOST, mishaps.host("always : no answer"), 4, 1)
                .followedByOneThatWorks(mishaps.healthyPort());
        // The first whose time is up is another's loss.
        ordered.request.set(REQUEST.responseTimeout, "${__threadNum}000");
        ordered.request.set(REQUEST.matchElements, "in order");
        mishaps.secondOfThree(Failure.UNMATCHED_FRAME, "wrong key 11").answerWithin(5_000);
    }
}
