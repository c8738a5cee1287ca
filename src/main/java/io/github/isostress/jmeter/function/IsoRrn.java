package io.github.isostress.jmeter.function;

import io.github.isostress.jmeter.CurrentRun;
import java.util.List;

/** {@code ${__isoRrn()}}: the run's next retrieval reference number (DE 37), twelve digits, unique over all threads. */
public final class IsoRrn extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoRrn() {
        super("__isoRrn");
    }

    @Override
    String value(List<String> values) {
        return CurrentRun.context().rrns().next();
    }
}
