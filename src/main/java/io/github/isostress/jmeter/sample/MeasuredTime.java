package io.github.isostress.jmeter.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long a sample took, in microseconds: a sample of JMeter has whole milliseconds only. Immutable.
 *
 * @param what what was measured
 * @param micros rounded
 */
public record MeasuredTime(What what, long micros) {
    private static final Pattern LINE = Pattern.compile(Arrays.stream(What.values())
            .map(what -> what.words)
            .collect(Collectors.joining("|", "(", ") (\\d{1,18}) us")));
    private static final int HALF_A_MICROSECOND = 500;

    /** What was measured. */
    public enum What {
        /** From before the first byte was written to the last byte of the answer, or to what came instead. */
        ROUND_TRIP("Round trip"),
        /** From the last byte of the other end's request to the last byte of our answer. */
        ANSWER("Answer"),
        /** Opening a connection, or the wait for a client. */
        CONNECT("Connect"),
        /** The wait for a place on a connection. */
        WAIT("Wait");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** What it is called inside a sentence. */
        public String words() {
            return words.toLowerCase(Locale.ROOT);
        }
    }

    static MeasuredTime of(What what, long nanos) {
        return new MeasuredTime(what, TimeUnit.NANOSECONDS.toMicros(nanos + HALF_A_MICROSECOND));
    }

    /** The line of a sample's text, such as {@code Round trip 1234 us}. */
    String line() {
        return what.words + " " + micros + " us";
    }

    /** What a line says; empty if it tells of something else. */
    static Optional<MeasuredTime> parse(String line) {
        Matcher time = LINE.matcher(line);
        return time.matches()
                ? Arrays.stream(What.values())
                        .filter(what -> what.words.equals(time.group(1)))
                        .map(what -> new MeasuredTime(what, Long.parseLong(time.group(2))))
                        .findFirst()
                : Optional.empty();
    }
}
