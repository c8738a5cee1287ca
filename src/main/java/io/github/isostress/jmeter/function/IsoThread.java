package io.github.isostress.jmeter.function;

import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.words.Plural;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/**
 * {@code ${__isoThread()}}: the number of a thread over all thread groups and machines, from 1. No other thread of the run
 * has it. {@code ${__isoThread(4)}} fills it with zeros to that width, for the number of a terminal.
 */
public final class IsoThread extends IsoFunction {
    private static final int LARGEST_WIDTH = 18;

    /** JMeter makes it by reflection. */
    public IsoThread() {
        super("__isoThread", List.of(), List.of("Width, filled with zeros; blank for no zeros"));
    }

    @Override
    String value(List<String> values) {
        String number = String.valueOf(CurrentRun.context().threads().ofThisThread());
        return values.get(0).isEmpty() ? number : filled(number, values.get(0));
    }

    private static String filled(String number, String width) {
        if (!width.matches("\\d{1,2}") || Integer.parseInt(width) < 1 || Integer.parseInt(width) > LARGEST_WIDTH) {
            throw new IllegalArgumentException("the width '" + width + "' is no whole number in 1-" + LARGEST_WIDTH);
        }
        if (number.length() > Integer.parseInt(width)) {
            throw new IllegalArgumentException(
                    "the thread's number " + number + " has more than " + Plural.of(Integer.parseInt(width), "digit"));
        }
        return StringUtils.leftPad(number, Integer.parseInt(width), '0');
    }
}
