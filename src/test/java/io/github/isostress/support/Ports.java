package io.github.isostress.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Finds ports of this machine. */
public final class Ports {
    private Ports() {}

    /** A port on which no program listens. */
    public static int closed() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
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
