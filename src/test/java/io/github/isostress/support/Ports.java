package io.github.isostress.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds ports of this machine. */
public final class Ports {
    /** Below those that systems give out: 32,768 and more on Linux, 49,152 and more elsewhere. */
    private static final int FIRST = 15_000;

    private static final int END = 30_000;
    private static final int MOST_ATTEMPTS = 100;

    /** One after the other, so that no two that were asked for are the same. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(END - FIRST));

    private Ports() {}

    /** A port on which no program listens, and which the system gives to nobody who does not ask for it. */
    public static int free() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), END - FIRST);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // Another program has it.
            }
        }
        throw new IllegalStateException("no port is free");
    }

    /** Whether no program listens on that loopback port; a program that listens sees a client that leaves at once. */
    public static boolean isClosed(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !probe.isConnected();
        } catch (IOException e) {
            return true;
        }
    }
}
