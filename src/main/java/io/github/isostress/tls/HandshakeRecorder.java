package io.github.isostress.tls;

import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Keeps for each socket what {@link RecordingKeyManager} and {@link RecordingTrustManager} were asked in its handshake,
 * since JSSE does not tell. Thread-safe; drops a socket that is no longer referenced.
 */
final class HandshakeRecorder {
    private final Map<Socket, HandshakeRecord> records = Collections.synchronizedMap(new WeakHashMap<>());

    /** Starts a record of this socket's handshake. */
    HandshakeRecord watch(Socket socket) {
        HandshakeRecord seen = new HandshakeRecord();
        records.put(socket, seen);
        return seen;
    }

    /** The record of this socket; an unused one if the socket is not watched. */
    HandshakeRecord of(Socket socket) {
        return records.getOrDefault(socket, new HandshakeRecord());
    }
}
