package io.github.isostress.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the threads of a process were at, sample by sample, as async-profiler writes it: a thread and its frames from
 * the outermost in, separated by semicolons, then how many samples saw just that.
 */
public final class Stacks {
    private static final int MOST_ROWS = 20;
    private static final String OURS = "io/github/isostress/";
    private static final String JPOS = "org/jpos";
    private static final Map<String, String> OWNERS = Map.of(
            "sun/nio/ch/",
            "sockets",
            "java/net/",
            "sockets",
            "sun/security/ssl/",
            "sockets",
            "io/github/isostress/bench/",
            "the bench",
            "org/apache/jmeter/",
            "JMeter",
            "org/apache/jorphan/",
            "JMeter",
            JPOS,
            "jPOS, called by ours");

    private final Map<String, Integer> owners = new HashMap<>();
    private final Map<String, Integer> methods = new HashMap<>();
    private int count;
    private int own;

    private Stacks() {}

    /**
     * Reads them.
     *
     * @param threads how the names of the threads that put on load begin; the others are the JVM's
     */
    public static Stacks read(Path file, String threads) throws IOException {
        Stacks stacks = new Stacks();
        for (String line : Files.readAllLines(file)) {
            int end = line.lastIndexOf(' ');
            List<String> frames = Arrays.asList(line.substring(0, end).split(";"));
            stacks.add(frames, frames.get(0).startsWith("[" + threads), Integer.parseInt(line.substring(end + 1)));
        }
        return stacks;
    }

    private void add(List<String> frames, boolean ofLoad, int samples) {
        count += samples;
        if (!ofLoad) {
            owners.merge("the JVM: compiler, collector", samples, Integer::sum);
            return;
        }
        methods.merge(shortName(frames.get(frames.size() - 1)), samples, Integer::sum);
        String owner = owner(frames);
        owners.merge(owner, samples, Integer::sum);
        if (owner.startsWith("ours") || owner.equals(OWNERS.get(JPOS))) {
            own += samples;
        }
    }

    /**
     * Whose the innermost frame is that is anybody's: the rest of the JDK and the system work for whoever calls them.
     */
    private static String owner(List<String> frames) {
        for (int i = frames.size() - 1; i > 0; i--) {
            Optional<String> owner = owner(frames.get(i));
            if (owner.isPresent()) {
                return owner.get();
            }
        }
        return "other";
    }

    private static Optional<String> owner(String frame) {
        Optional<String> known = OWNERS.entrySet().stream()
                .filter(owner -> frame.startsWith(owner.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return known.or(() -> frame.startsWith(OURS) ? Optional.of(ours(frame)) : Optional.empty());
    }

    private static String ours(String frame) {
        String[] words = frame.substring(OURS.length()).split("/");
        boolean deeper = words[0].equals("jmeter") && words.length > 2;
        return "ours: " + (deeper ? words[0] + "." + words[1] : words[0]);
    }

    private static String shortName(String frame) {
        return frame.substring(frame.lastIndexOf('/') + 1);
    }

    /** How many samples there are. */
    public int count() {
        return count;
    }

    /** Which share of the samples is the plugin's own work, jPOS's for it included, sockets and JMeter left out. */
    public double own() {
        return (double) own / count;
    }

    /**
     * Whose code asked for the work.
     *
     * @param micros CPU time for one exchange, all samples together
     */
    public Table byOwner(double micros) {
        return table("on behalf of", owners, micros);
    }

    /** In which methods and system calls the samples are themselves. */
    public Table byMethod(double micros) {
        return table("in", methods, micros);
    }

    private Table table(String title, Map<String, Integer> counts, double micros) {
        Table table = new Table(title, "share", "µs an exchange");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_ROWS)
                .forEach(entry -> table.row(
                        "`" + entry.getKey() + "`",
                        String.format(Locale.ROOT, "%.1f %%", entry.getValue() * 100.0 / count),
                        String.format(Locale.ROOT, "%.2f", entry.getValue() * micros / count)));
        return table;
    }
}
