package io.github.isostress.tls;

import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Remembers for each socket what {@link RecordingKeyManager} and {@link RecordingTrustManager} were asked in its handshake: JSSE
 * itself does not tell. Thread-safe; forgets a socket that nobody holds any more.
 */
final class HandshakeRecorder {
    private final Map<Socket, HandshakeRecord> evidence = Collections.synchronizedMap(new WeakHashMap<>());

    /** What will be seen of this socket from now on. */
    HandshakeRecord watch(Socket socket) {
        HandshakeRecord seen = new HandshakeRecord();
        evidence.put(socket, seen);
        return seen;
    }

    /** What has been seen of this socket; nothing will come of it if it is not watched. */
    HandshakeRecord of(Socket socket) {
        return evidence.getOrDefault(socket, new HandshakeRecord());
    }
}
