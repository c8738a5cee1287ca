package io.github.isostress.host;

import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A host without file handles or threads goes on serving its clients, and takes others later. */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class ExhaustionTest {
    private static final Pattern LISTENING = Pattern.compile("Listening on [^:]+:(\\d+).*");
    private static final int PATIENCE_MILLIS = 120_000;

    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final Deque<Socket> clients = new ArrayDeque<>();
    private Process process;
    private int port;

    @AfterEach
    void end() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        process.destroyForcibly();
    }

    private void start(String limit, String javaOptions) {
        String java = System.getProperty("java.home") + "/bin/java -Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ";
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                limit + "; exec " + java + javaOptions + " -cp \"$HOST_CLASSES\" " + HostMain.class.getName()
                        + " --port 0");
        builder.environment().put("HOST_CLASSES", System.getProperty("java.class.path"));
        builder.redirectErrorStream(true);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread reader = new Thread(this::readAll);
        reader.setDaemon(true);
        reader.start();
        Await.until("it listens: " + printed, () -> listeningPort() > 0);
        port = listeningPort();
    }

    private void readAll() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(printed::add);
        } catch (IOException | UncheckedIOException e) {
            // It has ended.
        }
    }

    private int listeningPort() {
        return printed.stream()
                .map(LISTENING::matcher)
                .filter(Matcher::matches)
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .findFirst()
                .orElse(0);
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(PATIENCE_MILLIS);
        clients.add(client);
        return client;
    }

    private static boolean isAnswered(Socket client) throws IOException {
        client.getOutputStream().write(purchase("000001"));
        byte[] length = client.getInputStream().readNBytes(2);
        if (length.length < 2) {
            return false;
        }
        byte[] answer = client.getInputStream().readNBytes((length[0] & 0xFF) << 8 | length[1] & 0xFF);
        return new String(answer, 0, 4, StandardCharsets.US_ASCII).equals("0210");
    }

    private void closeAllBut(Socket kept) throws IOException {
        for (Socket client : clients) {
            if (client != kept) {
                client.close();
            }
        }
    }

    /** How many the host has. */
    private long sockets() {
        try (Stream<Path> handles = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return handles.filter(ExhaustionTest::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString().startsWith("socket:");
        } catch (IOException e) {
            // It has been closed meanwhile.
            return false;
        }
    }

    private long timesTold(String words) {
        return printed.stream().filter(line -> line.contains(words)).count();
    }

    @Test
    void shouldServeOnWhenItIsOutOfFileHandles() throws Exception {
        start("ulimit -n 160", "");
        long sockets = sockets();
        try (Socket gone = connect()) {
            assertThat(isAnswered(gone)).isTrue();
        }
        // Java loads a class of a folder only with a free handle, and never tries again: those that end a connection,
        // too.
        Await.until("the end of the connection is seen", () -> sockets() == sockets);
        Socket first = connect();
        assertThat(isAnswered(first)).isTrue();
        for (int i = 0; i < 200; i++) {
            connect();
        }
        Await.until("it is told", () -> timesTold("cannot take the next client: no file handle is left; it waits") > 0);

        assertThat(isAnswered(first)).isTrue();
        closeAllBut(first);
        assertThat(isAnswered(connect())).isTrue();
        assertThat(isAnswered(first)).isTrue();
        assertThat(timesTold("no file handle is left")).isEqualTo(1);
    }

    /** Each thread takes 64 MB of an address space that holds a few dozen. */
    @Test
    void shouldServeOnWhenItIsOutOfThreads() throws Exception {
        start("ulimit -v 4000000", "-Xss64m -XX:CompressedClassSpaceSize=32m -XX:ReservedCodeCacheSize=24m");
        Socket first = connect();
        assertThat(isAnswered(first)).isTrue();
        for (int i = 0; i < 80; i++) {
            connect();
        }
        Await.until("it is told", () -> timesTold("no thread is left") > 0);

        assertThat(isAnswered(first)).as(String.join("\n", printed)).isTrue();
        closeAllBut(first);
        Await.until("there are threads again", this::isNewClientServed);
        assertThat(isAnswered(first)).isTrue();
        assertThat(timesTold("no thread is left")).isEqualTo(1);
    }

    private boolean isNewClientServed() {
        try {
            return isAnswered(connect());
        } catch (IOException e) {
            return false;
        }
    }
}
