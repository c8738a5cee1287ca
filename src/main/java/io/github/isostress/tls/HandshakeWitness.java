package io.github.isostress.tls;

import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Remembers for each socket what {@link WitnessedKeys} and {@link WitnessedTrust} were asked in its handshake: JSSE
 * itself does not tell. Thread-safe; forgets a socket that nobody holds any more.
 */
final class HandshakeWitness {
    private final Map<Socket, HandshakeEvidence> evidence = Collections.synchronizedMap(new WeakHashMap<>());

    /** What will be seen of this socket from now on. */
    HandshakeEvidence watch(Socket socket) {
        HandshakeEvidence seen = new HandshakeEvidence();
        evidence.put(socket, seen);
        return seen;
    }

    /** What has been seen of this socket; nothing will come of it if it is not watched. */
    HandshakeEvidence of(Socket socket) {
        return evidence.getOrDefault(socket, new HandshakeEvidence());
    }
}
