package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.install.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Counts what a Java process holds.
 *
 * @param openFiles its open files and sockets; empty where there is no /proc
 * @param liveBytes the objects on its heap that a full garbage collection leaves
 * @param liveObjectsOfOurs how many of these are of the plugin's classes
 */
record JvmReading(OptionalLong openFiles, long liveBytes, long liveObjectsOfOurs) {
    private static final String OURS = "io.github.isostress.";
    private static final int COUNT = 1;
    private static final int BYTES = 2;
    private static final int CLASS = 3;

    static JvmReading of(Process process) throws IOException {
        return of(process.pid());
    }

    /** Reads that of this JVM. */
    static JvmReading ofThisJvm() throws IOException {
        return of(ProcessHandle.current().pid());
    }

    /** Reads it; the files first, since the garbage collector closes some that were forgotten. */
    private static JvmReading of(long process) throws IOException {
        OptionalLong files = openFiles(process);
        long bytes = 0;
        long ours = 0;
        for (String line : histogram(process).split("\n")) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("Total")) {
                bytes = Long.parseLong(words[BYTES]);
            } else if (words.length > CLASS && words[CLASS].startsWith(OURS)) {
                ours += Long.parseLong(words[COUNT]);
            }
        }
        assertThat(bytes).as("bytes on the heap of process %d", process).isPositive();
        return new JvmReading(files, bytes, ours);
    }

    private static OptionalLong openFiles(long pid) {
        Path descriptors = Path.of("/proc", String.valueOf(pid), "fd");
        if (!Files.isDirectory(descriptors)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.list(descriptors)) {
            return OptionalLong.of(files.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String histogram(long pid) throws IOException {
        Path jcmd = Jdk.ofJMeter().tool("jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
