package io.github.isostress.health.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ports of which Linux gives one to each connection that this machine opens. A port can be taken once for each host
 * and port at the other end, those of connections that were closed within the last minute included. Used by one thread.
 */
final class EphemeralPorts implements AutoCloseable {
    private static final int HEX = 16;

    private final Optional<Range> range;
    private final List<ProcFile> tables = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .flatMap(path -> ProcFile.at(path).stream())
            .toList();

    /** The first and the last of these ports. */
    record Range(int first, int last) {
        static Range of(String text) {
            String[] words = text.strip().split("\\s+");
            return new Range(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        }

        private int size() {
            return last - first + 1;
        }

        private boolean has(int port) {
            return first <= port && port <= last;
        }
    }

    EphemeralPorts() {
        try (ProcFile file =
                ProcFile.at("/proc/sys/net/ipv4/ip_local_port_range").orElse(null)) {
            range = Optional.ofNullable(file).flatMap(ProcFile::text).map(Range::of);
        }
    }

    /** How many there are; -1 if unknown. */
    long inAll() {
        return range.map(known -> (long) known.size()).orElse(-1L);
    }

    /** How many are taken towards the host and port that most of them are taken for; -1 if unknown. */
    long taken() {
        if (range.isEmpty() || tables.isEmpty()) {
            return -1;
        }
        Map<String, Integer> byPeer = new HashMap<>();
        tables.forEach(table -> table.text().ifPresent(text -> count(text, range.get(), byPeer)));
        return byPeer.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Of lines as in "0: 0100007F:8000 0100007F:1388 01 ...": number, local and remote address and port, state. */
    static void count(String table, Range range, Map<String, Integer> byPeer) {
        table.lines().skip(1).forEach(line -> {
            int local = line.indexOf(':', line.indexOf(':') + 1);
            int space = line.indexOf(' ', local);
            int end = line.indexOf(' ', space + 1);
            if (end > 0 && range.has(Integer.parseInt(line, local + 1, space, HEX)) && !isListening(line, end)) {
                byPeer.merge(line.substring(space + 1, end), 1, Integer::sum);
            }
        });
    }

    private static boolean isListening(String line, int end) {
        return line.startsWith(":0000", end - ":0000".length());
    }

    @Override
    public void close() {
        tables.forEach(ProcFile::close);
    }
}
