package io.github.isostress.host;

import io.github.isostress.host.session.HangUpReasons;
import io.github.isostress.message.masking.ShownText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Has Java load, while there are file handles, what it needs when there is none: to close a socket and to say so. */
final class Readiness {
    private Readiness() {}

    /** Java keeps what it has loaded, and never tries again what could not be. */
    static void forNoHandles() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new HangUpReasons(sentence -> {}).add("ready", String.valueOf(closed.getLocalPort()), ShownText.of("0"));
        }
    }
}
