package io.github.isostress.window.screen;

import io.github.isostress.it.install.Jdk;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A screen that nobody sees: an Xvfb of our own, on a display number that it finds free by itself. */
public final class VirtualScreen implements AutoCloseable {
    private static final String PROGRAM = "Xvfb";
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    private final Process xvfb;
    private final String display;

    /** Opens a screen with that many pixels to a unit; what Xvfb says goes to the file. */
    public VirtualScreen(int scale, Path messages) throws IOException {
        xvfb = new ProcessBuilder(command(scale))
                .redirectError(messages.toFile())
                .start();
        BufferedReader numbers = xvfb.inputReader();
        String number = numbers.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start: " + Files.readString(messages));
        }
        display = ":" + number.trim();
    }

    // With -terminate it ends with the window it was opened for, even if nobody is left to close it.
    private static List<String> command(int scale) {
        String size = WIDTH * scale + "x" + HEIGHT * scale + "x24";
        return List.of(
                PROGRAM, "-displayfd", "1", "-screen", "0", size, "-dpi", "96", "-nolisten", "tcp", "-terminate");
    }

    /** Why there can be none on this machine, or no Java window on it; empty if nothing is missing. */
    public static Optional<String> obstacle() {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, PROGRAM))
                .anyMatch(File::canExecute);
        if (!installed) {
            return Optional.of("Xvfb is not installed");
        }
        Path windows = Jdk.ofJMeter().home().resolve("lib/libawt_xawt.so");
        return Files.exists(windows)
                ? Optional.empty()
                : Optional.of("this Java is a headless one, without " + windows);
    }

    /** What programs that open windows on it have as DISPLAY. */
    public String display() {
        return display;
    }

    @Override
    public void close() {
        xvfb.destroyForcibly();
    }
}
