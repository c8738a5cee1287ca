package io.github.isostress.message.number;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file of named counters: a line for each name and the least number that was not given out. While it is in use,
 * lines are added at its end, and the largest number of a name counts; at each end it is written anew beside itself and
 * put in its place. A name stands there as a digest, since it may hold a card number. Thread-safe.
 */
final class CounterFile {
    private static final String TITLE = "iso-stress counters";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{32}) (\\d{1,18})");
    private static final int DIGEST_LENGTH = 16;

    private final Path path;
    private Map<String, Long> firstFree = new HashMap<>();

    /** Empty while nobody uses the file. */
    private Optional<FileChannel> channel = Optional.empty();

    CounterFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** What {@link #firstFree} would be, for someone who only looks. */
    synchronized long peek(String name) {
        if (channel.isEmpty() && Files.exists(path)) {
            attempt("read", () -> firstFree = values(Files.readAllLines(path)));
        }
        return firstFree.getOrDefault(digest(name), 0L);
    }

    /** The least number of a name that was not given out; 0 for a new name. */
    synchronized long firstFree(String name) {
        if (channel.isEmpty()) {
            attempt("used", this::open);
        }
        return firstFree.getOrDefault(digest(name), 0L);
    }

    /** Writes down that all numbers of a name below this one are given out. */
    synchronized void note(String name, long number) {
        firstFree(name);
        String digest = digest(name);
        String line = "\n" + digest + " " + number;
        attempt("written", () -> channel.orElseThrow().write(StandardCharsets.US_ASCII.encode(line)));
        firstFree.put(digest, number);
    }

    /** Takes a note back to the number that really was the next one; to be followed by a close. */
    synchronized void settle(String name, long number) {
        firstFree.put(digest(name), number);
    }

    /** Writes the file anew, and frees it. */
    synchronized void close() {
        if (channel.isPresent()) {
            attempt("written", this::replace);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel opened =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(opened);
            firstFree = values(List.of(text(opened).split("\n")));
            opened.write(StandardCharsets.US_ASCII.encode(opened.size() == 0 ? TITLE : "\n"));
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        channel = Optional.of(opened);
        return opened;
    }

    private static void lock(FileChannel opened) throws IOException {
        try {
            if (opened.tryLock() == null) {
                throw new IOException("another JMeter uses it");
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("another test uses it", e);
        }
    }

    private static String text(FileChannel opened) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(opened.size()));
        while (bytes.hasRemaining() && opened.read(bytes) >= 0) {
            continue;
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    /** A line that was torn by a crash is none, or an older number. */
    private static Map<String, Long> values(List<String> lines) throws IOException {
        Map<String, Long> values = new HashMap<>();
        if (!lines.isEmpty() && !lines.get(0).isEmpty() && !lines.get(0).equals(TITLE)) {
            throw new IOException("it holds something else");
        }
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                values.merge(matcher.group(1), Long.parseLong(matcher.group(2)), Math::max);
            }
        }
        return values;
    }

    private Path replace() throws IOException {
        String text = firstFree.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", TITLE + "\n", "\n"));
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(beside, text, StandardCharsets.US_ASCII);
        channel.orElseThrow().close();
        channel = Optional.empty();
        return Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private void attempt(String what, Callable<?> action) {
        try {
            action.call();
        } catch (NoSuchFileException e) {
            throw refusal(what, "its folder does not exist", e);
        } catch (AccessDeniedException e) {
            throw refusal(what, "this user may not", e);
        } catch (Exception e) {
            throw refusal(what, e.getMessage(), e);
        }
    }

    private IllegalArgumentException refusal(String what, String reason, Exception e) {
        return new IllegalArgumentException("the counter file " + path + " cannot be " + what + ": " + reason, e);
    }
}
