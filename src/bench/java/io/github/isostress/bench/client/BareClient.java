package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import java.io.IOException;
import javax.net.SocketFactory;

/** What can be had without JMeter: a socket for each thread, which writes and reads and does nothing else. */
public final class BareClient implements Client {
    private final SocketFactory sockets;
    private final int port;

    private BareClient(CommandLine told) throws IOException {
        sockets = ClientTrust.sockets(told.text("trust", ""));
        port = (int) told.number("port");
    }

    /** Obeys until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        LoadCommands.ofClient(BareClient::new).obey();
    }

    @Override
    public Purchaser purchaser(int turn) throws IOException {
        return new BareConnection(sockets, port);
    }

    @Override
    public void close() {
        // Each thread closes its own socket.
    }
}
