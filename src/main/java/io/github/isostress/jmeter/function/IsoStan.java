package io.github.isostress.jmeter.function;

import io.github.isostress.jmeter.CurrentRun;
import java.util.List;

/**
 * {@code ${__isoStan()}}: the run's next systems trace audit number (DE 11), six digits. No other thread gets it until
 * all numbers were used.
 */
public final class IsoStan extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoStan() {
        super("__isoStan");
    }

    @Override
    String value(List<String> values) {
        return CurrentRun.context().stans().next();
    }
}
