package io.github.isostress.jmeter.function;

import io.github.isostress.message.number.TestPan;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ${__isoPan(bin,length)}}: a random, Luhn-valid card number (DE 2). */
public final class IsoPan extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoPan() {
        super("__isoPan", "BIN: the first 1 to 12 digits", "Length: 12 to 19 digits");
    }

    @Override
    String value(List<String> values) {
        int length;
        try {
            length = Integer.parseInt(values.get(1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the length of a PAN must be a whole number", e);
        }
        return TestPan.random(values.get(0), length, ThreadLocalRandom.current());
    }
}
