package io.github.isostress.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds ports of this machine. The JVMs of a build, which test at the same time, take theirs from blocks of their own.
 */
public final class Ports {
    /** Below those that systems give out: 32,768 and more on Linux, 49,152 and more elsewhere. */
    private static final int FIRST = 15_000;

    private static final int BLOCK = 500;
    private static final int BLOCKS = 30;

    /** On the first port of this JVM's block, as long as it lives: no other JVM takes the block. */
    private static final ServerSocket HELD = firstOfABlock();

    /** One after the other, so that no two that were asked for are the same. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Ports() {}

    private static ServerSocket firstOfABlock() {
        int start = ThreadLocalRandom.current().nextInt(BLOCKS);
        for (int block = start; block < start + BLOCKS; block++) {
            try {
                return listening(FIRST + block % BLOCKS * BLOCK);
            } catch (IOException e) {
                // Another JVM has it.
            }
        }
        throw new IllegalStateException("no block of ports is free");
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    /** A port on which no program listens, and which the system gives to nobody who does not ask for it. */
    public static int free() {
        for (int attempt = 0; attempt < BLOCK; attempt++) {
            int port = HELD.getLocalPort() + 1 + NEXT.getAndIncrement() % (BLOCK - 1);
            try (ServerSocket free = listening(port)) {
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
