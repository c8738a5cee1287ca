package io.github.isostress.jmeter.function;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code ${__isoUtc(MMddHHmmss)}}: the present time in UTC, in a pattern of {@link DateTimeFormatter}. DE 7 is in UTC
 * (ISO 8583:1987, 4.4.4), which JMeter's own {@code __time} cannot give.
 */
public final class IsoUtc extends ValueFunction {
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    /** Made by JMeter. */
    public IsoUtc() {
        super("__isoUtc", "Pattern, such as MMddHHmmss for DE 7");
    }

    @Override
    String value(List<String> values) {
        return FORMATTERS
                .computeIfAbsent(values.get(0), IsoUtc::formatter)
                .format(ZonedDateTime.now(Clock.system(ZoneOffset.UTC)));
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + pattern + "' is no date pattern: " + e.getMessage(), e);
        }
    }
}
