package io.github.isostress.jmeter.function;

import io.github.isostress.jmeter.CurrentRun;
import java.util.List;

/** {@code ${__isoRrn()}}: a retrieval reference number (DE 37), twelve digits, unique over all threads. */
public final class IsoRrn extends ValueFunction {
    /** Made by JMeter. */
    public IsoRrn() {
        super("__isoRrn");
    }

    @Override
    String value(List<String> values) {
        return CurrentRun.context().rrns().next();
    }
}
