package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.net.SocketFactory;

/**
 * What can be had without JMeter on a few {@code sockets} that all threads use at once. With {@code
 * writes=one-by-one} no two requests are written together.
 */
public final class SharingClient implements Client {
    private final List<SharedSocket> sockets = new ArrayList<>();
    private final int stansEach;

    SharingClient(CommandLine told) throws IOException {
        stansEach = BareRequest.STANS / (int) told.number("connections");
        SocketFactory factory = ClientTrust.sockets(told.text("trust", ""));
        Function<OutputStream, CallerOutput> output =
                told.text("writes", "").equals("one-by-one") ? CallerOutput::oneByOne : CallerOutput::together;
        for (int i = 0; i < told.number("sockets", 1); i++) {
            sockets.add(new SharedSocket(factory, (int) told.number("port"), output));
        }
    }

    /** Obeys until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        LoadCommands.ofClient(SharingClient::new).obey();
    }

    @Override
    public Purchaser purchaser(int turn) {
        SharedSocket socket = sockets.get(turn % sockets.size());
        Caller caller = new Caller(new BareRequest(turn * stansEach, stansEach));
        return new Purchaser() {
            @Override
            public long exchange() throws IOException {
                return socket.exchange(caller);
            }

            @Override
            public void close() {
                // The socket is everybody's.
            }
        };
    }

    @Override
    public void close() throws IOException {
        for (SharedSocket socket : sockets) {
            socket.close();
        }
    }
}
