package io.github.isostress.support;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code openssl s_client}, as a second opinion on TLS. It returns every message behind a length of two bytes, so it is
 * a host that connects.
 */
public final class OpensslClient implements AutoCloseable {
    private static final int LONGEST_END_SECONDS = 60;

    private final Process process;
    private final Thread echo;

    /**
     * Connects to that loopback port.
     *
     * @param folder with the certificates that the options name; its errors go to s_client.txt there
     */
    public OpensslClient(Path folder, int port, String options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_client", "-quiet", "-connect", "127.0.0.1:" + port));
        command.addAll(List.of(options.strip().split(" +")));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("s_client.txt").toFile())
                .start();
        echo = new Thread(this::echo, "s_client-echo");
        echo.start();
    }

    /** s_client writes what it receives to its output and sends what it reads from its input. */
    private void echo() {
        try (DataInputStream received = new DataInputStream(process.getInputStream());
                DataOutputStream sent = new DataOutputStream(process.getOutputStream())) {
            while (true) {
                byte[] message = new byte[received.readUnsignedShort()];
                received.readFully(message);
                sent.writeShort(message.length);
                sent.write(message);
                sent.flush();
            }
        } catch (IOException e) {
            // It was refused, or stopped.
        }
    }

    /** Whether it is connected, or still tries to be. */
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("openssl s_client does not end");
            }
            echo.join(TimeUnit.SECONDS.toMillis(LONGEST_END_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
