package io.github.isostress.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code openssl s_server} on a loopback port, as a second opinion on TLS. It serves one client after the other and
 * returns every message behind a length of two bytes.
 */
public final class OpensslServer implements AutoCloseable {
    private static final int LONGEST_END_SECONDS = 60;

    private final int port = Ports.free();
    private final Process process;
    private final Thread echo;
    private final AtomicInteger frames = new AtomicInteger();

    /** Skips the test if openssl is not installed. */
    public static void assumeInstalled() throws InterruptedException {
        boolean installed;
        try {
            installed = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            installed = false;
        }
        assumeTrue(installed, "openssl is not installed");
    }

    /** Runs an openssl command in the folder; blanks separate its words, each of {@code more} is one word. */
    public static void run(Path folder, String words, String... more) throws IOException, InterruptedException {
        Process process = command(folder, words, more).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static ProcessBuilder command(Path folder, String words, String... more) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.strip().split(" +")));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    /** Starts the server in the folder with the certificates that the options name; its errors are in s_server.txt. */
    public OpensslServer(Path folder, String options) throws IOException {
        process = command(folder, "s_server -quiet -accept 127.0.0.1:" + port + " " + options)
                .redirectError(folder.resolve("s_server.txt").toFile())
                .start();
        echo = new Thread(this::echo, "s_server-echo");
        echo.start();
        Await.until("openssl s_server listens", this::isListening);
    }

    private boolean isListening() {
        assertThat(process.isAlive()).as("openssl s_server has ended").isTrue();
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** s_server writes what it receives to its output and sends what it reads from its input. */
    private void echo() {
        try (DataInputStream received = new DataInputStream(process.getInputStream());
                DataOutputStream sent = new DataOutputStream(process.getOutputStream())) {
            while (true) {
                byte[] message = new byte[received.readUnsignedShort()];
                received.readFully(message);
                frames.incrementAndGet();
                sent.writeShort(message.length);
                sent.write(message);
                sent.flush();
            }
        } catch (IOException e) {
            // The server was stopped: the test is over.
        }
    }

    public int port() {
        return port;
    }

    /** How many messages it has returned. */
    public int frames() {
        return frames.get();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)).isTrue();
            echo.join(TimeUnit.SECONDS.toMillis(LONGEST_END_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
