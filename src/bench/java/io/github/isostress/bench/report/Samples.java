package io.github.isostress.bench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** The samples of running Java code in a JFR recording. */
public final class Samples {
    private static final int MOST_ROWS = 20;
    private static final String OURS = "io.github.isostress.";
    private static final List<String> OTHERS = List.of("org.apache.jmeter", "org.apache.jorphan", "org.jpos");
    private static final List<String> SOCKETS = List.of("sun.nio.ch", "java.net", "sun.security.ssl");

    private final Map<String, Integer> owners = new HashMap<>();
    private final Map<String, Integer> methods = new HashMap<>();
    private int count;

    private Samples() {}

    /** Reads those of the threads whose names begin so. */
    public static Samples read(Path file, String threads) throws IOException {
        Samples samples = new Samples();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")
                        && event.getStackTrace() != null
                        && event.getThread("sampledThread").getJavaName().startsWith(threads)) {
                    samples.add(event.getStackTrace().getFrames());
                }
            }
        }
        return samples;
    }

    private void add(List<RecordedFrame> frames) {
        count++;
        methods.merge(name(frames.get(0).getMethod()), 1, Integer::sum);
        String owner = frames.stream()
                .map(frame -> owner(frame.getMethod().getType().getName()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("other");
        owners.merge(owner, 1, Integer::sum);
    }

    /** Whose work a class does; nobody's own if it belongs to the JDK, which works for whoever calls it. */
    private static Optional<String> owner(String type) {
        if (type.startsWith(OURS)) {
            String[] words = type.substring(OURS.length()).split("\\.");
            boolean deeper = words[0].equals("jmeter") && words.length > 2;
            return Optional.of("ours: " + (deeper ? words[0] + "." + words[1] : words[0]));
        }
        if (SOCKETS.stream().anyMatch(type::startsWith)) {
            return Optional.of("the JDK's sockets");
        }
        return OTHERS.stream().filter(type::startsWith).findFirst();
    }

    private static String name(RecordedMethod method) {
        String type = method.getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Whose code asked for the work. */
    public Table byOwner() {
        return table("on behalf of", owners);
    }

    /** In which methods the samples are themselves. */
    public Table byMethod() {
        return table("in", methods);
    }

    private Table table(String title, Map<String, Integer> counts) {
        Table table = new Table(title, "share");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_ROWS)
                .forEach(entry -> table.row(
                        "`" + entry.getKey() + "`",
                        String.format(Locale.ROOT, "%.1f %%", entry.getValue() * 100.0 / count)));
        return table;
    }
}
