package io.github.isostress.jmeter.function;

import io.github.isostress.jmeter.CurrentRun;
import java.util.List;

/** {@code ${__isoStan()}}: a systems trace audit number (DE 11), six digits, unique over all threads until all were used. */
public final class IsoStan extends ValueFunction {
    /** Made by JMeter. */
    public IsoStan() {
        super("__isoStan");
    }

    @Override
    String value(List<String> values) {
        return CurrentRun.context().stans().next();
    }
}
