package io.github.isostress.support;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A real browser without a window, which opens a page, lets its script run, and tells what it sees. */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int LONGEST_SECONDS = 180;

    private final String program;

    private Chromium(String program) {
        this.program = program;
    }

    /** How a user likes pages: the browser tells them. */
    public enum Scheme {
        DARK,
        LIGHT
    }

    /**
     * What was seen of a page.
     *
     * @param markup its elements, as the script has left them
     * @param picture the first so many pixels of it
     * @param console what it wrote to the console: errors of the script, and what the page's policy forbids
     */
    public record Seen(String markup, BufferedImage picture, List<String> console) {}

    /** The browser of this machine; empty if there is none on the path. */
    public static Optional<Chromium> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(file -> new Chromium(file.toString()));
    }

    /**
     * Opens a page.
     *
     * @param folder for the browser's own files
     */
    public Seen open(Path page, Scheme scheme, int width, int height, Path folder)
            throws IOException, InterruptedException {
        Path picture = folder.resolve("picture.png");
        Path markup = folder.resolve("markup.html");
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(Arrays.asList(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--blink-settings=preferredColorScheme=" + scheme.ordinal(),
                "--window-size=" + width + "," + height,
                "--screenshot=" + picture,
                "--dump-dom",
                page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(markup.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(program + " did not end: " + Files.readString(errors));
        }
        List<String> console = Files.readAllLines(errors, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Seen(Files.readString(markup), ImageIO.read(picture.toFile()), console);
    }
}
