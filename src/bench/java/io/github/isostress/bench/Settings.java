package io.github.isostress.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How the bench is run, from system properties.
 *
 * @param quick {@code bench.quick}: few and short rounds, for a look
 * @param parts {@code bench.parts}: what to measure, separated by commas; all if blank
 * @param rounds {@code bench.rounds}
 * @param connections {@code bench.connections}: how many the throughput is measured with, separated by commas
 * @param threads {@code bench.threads}: how many share sockets, separated by commas
 * @param sockets {@code bench.sockets}: how many are shared, separated by commas
 * @param contenders {@code bench.contenders}: whose throughput, separated by commas; everybody's if blank
 */
record Settings(
        boolean quick,
        List<String> parts,
        int rounds,
        List<Integer> connections,
        List<Integer> threads,
        List<Integer> sockets,
        List<String> contenders) {
    /** How many connections the targets are about. */
    static final int USUAL_CONNECTIONS = 20;

    static Settings read() {
        boolean quick = Boolean.getBoolean("bench.quick");
        return new Settings(
                quick,
                words("bench.parts", ""),
                Integer.parseInt(text("bench.rounds", quick ? "2" : "5")),
                numbers("bench.connections", quick ? "20" : "1,20,100,1000"),
                numbers("bench.threads", quick ? "200" : "20,200,1000"),
                numbers("bench.sockets", quick ? "1" : "1,4"),
                words("bench.contenders", ""));
    }

    /** Whether that part is to be measured; one that takes long only if it is named. */
    boolean wants(String part, boolean takesLong) {
        return parts.isEmpty() ? !takesLong : parts.contains(part);
    }

    /** Whether that contender takes part. */
    boolean invites(String contender) {
        return contenders.isEmpty() || contenders.contains(contender);
    }

    /** Whether that contender is asked for by its name. */
    boolean names(String contender) {
        return contenders.contains(contender);
    }

    private static List<Integer> numbers(String property, String otherwise) {
        return words(property, otherwise).stream().map(Integer::valueOf).toList();
    }

    private static List<String> words(String property, String otherwise) {
        return Arrays.stream(text(property, otherwise).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(String property, String otherwise) {
        String value = System.getProperty(property, "");
        return value.isBlank() ? otherwise : value;
    }
}
