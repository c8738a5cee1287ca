package io.github.isostress.support.signing;

import io.github.isostress.support.Bytes;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A host on a free loopback port that answers each message by itself, on any number of connections. Frames have a
 * length of two bytes. It has none of the product's code.
 */
public final class AnsweringHost implements AutoCloseable {
    private final ServerSocket listening;
    private final Function<byte[], Optional<List<byte[]>>> answers;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    /**
     * Begins to listen.
     *
     * @param answers gives a request's answer; called by many threads at once
     */
    public AnsweringHost(UnaryOperator<byte[]> answers) {
        this((byte[] request) -> Optional.of(List.of(answers.apply(request))));
    }

    private AnsweringHost(Function<byte[], Optional<List<byte[]>>> answers) {
        this.answers = answers;
        try {
            listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /**
     * A host that may say nothing, or more, or hang up.
     *
     * @param answers gives the answers that follow a request; empty to hang up; called by many threads at once
     */
    public static AnsweringHost ofAnyAnswers(Function<byte[], Optional<List<byte[]>>> answers) {
        return new AnsweringHost(answers);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "answering-host");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                clients.add(client);
                client.setTcpNoDelay(true);
                daemon(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed: no more clients.
        }
    }

    private void serve(Socket client) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()))) {
            boolean stays = true;
            while (stays) {
                byte[] request = new byte[in.readUnsignedShort()];
                in.readFully(request);
                Optional<List<byte[]>> said = answers.apply(request);
                for (byte[] answer : said.orElse(List.of())) {
                    byte[] length = {(byte) (answer.length >> Byte.SIZE), (byte) answer.length};
                    client.getOutputStream().write(Bytes.join(length, answer));
                }
                stays = said.isPresent();
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
