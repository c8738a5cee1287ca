package io.github.isostress.window;

import io.github.isostress.it.install.Jdk;
import io.github.isostress.window.screen.VirtualScreen;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JMeter with its window, in a JVM and on a screen of its own, which plays scenarios when told. */
final class JMeterWindow implements AutoCloseable {
    private static final Path PROJECT =
            Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();
    private static final Path HOME =
            Path.of(System.getProperty("jmeter.home", "target/jmeter")).toAbsolutePath();
    private static final int LONGEST_START_MILLIS = 240_000;
    private static final int LONGEST_SCENARIO_MILLIS = 400_000;
    private static final int GLANCE_MILLIS = 250;

    private final Path folder;
    private final VirtualScreen screen;
    private final Process jvm;
    private final Socket link;
    private final ObjectOutputStream calls;
    private final ObjectInputStream replies;

    /** Opens a window; its log and what it prints are in target/windows. */
    JMeterWindow(Look look) throws IOException {
        folder = Files.createDirectories(PROJECT.resolve("target/windows").resolve(look.word()));
        screen = new VirtualScreen(look.scale, folder.resolve("xvfb.txt"));
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            jvm = start(look, door.getLocalPort());
            link = accept(door);
        } catch (IOException | RuntimeException e) {
            screen.close();
            throw e;
        }
        link.setSoTimeout(LONGEST_SCENARIO_MILLIS);
        calls = new ObjectOutputStream(link.getOutputStream());
        replies = new ObjectInputStream(link.getInputStream());
    }

    private Process start(Look look, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Jdk.ofJMeter().tool("java").toString(),
                        "-Xmx512m",
                        // On a busy machine the quick compiler makes the start twice as quick.
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=false",
                        "-Dsun.java2d.uiScale=" + look.scale,
                        "-Duser.language=en",
                        "-Duser.home=" + folder,
                        "-Djava.util.prefs.userRoot=" + folder,
                        "-Djmeter.home=" + HOME,
                        // As JMeter's own main class finds them, which looks for class paths that we have already.
                        "-Dlog4j2.configurationFile="
                                + HOME.resolve("bin/log4j2.xml").toUri(),
                        "-Djmeter.logfile=" + folder.resolve(WindowMain.LOG),
                        "-Dawt.useSystemAAFontSettings=on",
                        "-Dproject.basedir=" + PROJECT,
                        "-Dscreenshots=" + System.getProperty("screenshots", "target/screenshots"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WindowMain.class.getName(),
                        look.name(),
                        String.valueOf(port)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile());
        builder.environment().put("DISPLAY", screen.display());
        return builder.start();
    }

    private Socket accept(ServerSocket door) throws IOException {
        door.setSoTimeout(GLANCE_MILLIS);
        long deadline = System.nanoTime() + LONGEST_START_MILLIS * 1_000_000L;
        while (jvm.isAlive() && System.nanoTime() < deadline) {
            try {
                return door.accept();
            } catch (SocketTimeoutException e) {
                // Not yet: a look at whether it still starts.
            }
        }
        jvm.destroyForcibly();
        throw new IOException("JMeter's window did not open:\n" + console());
    }

    /** Plays a scenario there; throws what it throws. */
    void play(Call call) throws Throwable {
        Reply reply;
        try {
            calls.writeObject(call);
            calls.flush();
            reply = (Reply) replies.readObject();
        } catch (IOException e) {
            close();
            throw new IOException("JMeter's window is gone or does not answer:\n" + console(), e);
        }
        reply.notes().forEach(note -> System.out.println("[window] " + note));
        if (reply.failure() != null) {
            throw reply.failure();
        }
    }

    /** Whether it can play on. */
    boolean isOpen() {
        return jvm.isAlive() && !link.isClosed();
    }

    private String console() throws IOException {
        return Files.readString(folder.resolve("console.txt"));
    }

    /** Ends all that belongs to it at once. */
    @Override
    public void close() throws IOException {
        jvm.destroyForcibly();
        link.close();
        screen.close();
    }
}
