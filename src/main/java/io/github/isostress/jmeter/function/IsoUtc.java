package io.github.isostress.jmeter.function;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.lang3.StringUtils;

/**
 * {@code ${__isoUtc(MMddHHmmss)}}: the present time in UTC, in a pattern of {@link DateTimeFormatter}. DE 7 is in UTC
 * (ISO 8583:1987, 4.4.4), which JMeter's own {@code __time} cannot give.
 */
public final class IsoUtc extends IsoFunction {
    private static final Map<String, Clock> TEXTS = new ConcurrentHashMap<>();

    /** JMeter makes it by reflection. */
    public IsoUtc() {
        super("__isoUtc", "Pattern, such as MMddHHmmss for DE 7");
    }

    @Override
    String value(List<String> values) {
        return TEXTS.computeIfAbsent(values.get(0), Clock::new).at(Instant.now());
    }

    /** Formats the time in one pattern, once a second unless the pattern shows fractions. Thread-safe. */
    private static final class Clock {
        /** The pattern letters of {@link DateTimeFormatter} that show parts of a second. */
        private static final String FRACTIONS = "SAnN";

        private final DateTimeFormatter formatter;
        private final boolean showsFractions;
        private volatile Second last = new Second(Long.MIN_VALUE, "");

        private record Second(long epochSecond, String text) {}

        Clock(String pattern) {
            try {
                formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("'" + pattern + "' is no date pattern: " + e.getMessage(), e);
            }
            showsFractions = StringUtils.containsAny(pattern, FRACTIONS);
        }

        String at(Instant now) {
            Second kept = last;
            if (!showsFractions && kept.epochSecond == now.getEpochSecond()) {
                return kept.text;
            }
            String text = formatter.format(now);
            last = new Second(now.getEpochSecond(), text);
            return text;
        }
    }
}
