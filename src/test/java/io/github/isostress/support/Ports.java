package io.github.isostress.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports of this machine. */
public final class Ports {
    private Ports() {}

    /** A port on which no program listens. */
    public static int closed() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
