package io.github.isostress.host;

import io.github.isostress.host.session.HangUpReasons;
import io.github.isostress.message.masking.ShownText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Loads the classes that close a socket and report it while file handles are left, since Java cannot load them
 * afterwards.
 */
final class Readiness {
    private Readiness() {}

    /** Java never tries again to load a class that failed to load. */
    static void forNoHandles() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new HangUpReasons(sentence -> {}).add("ready", String.valueOf(closed.getLocalPort()), ShownText.of("0"));
        }
    }
}
