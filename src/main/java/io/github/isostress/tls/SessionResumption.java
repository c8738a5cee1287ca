package io.github.isostress.tls;

/** Which earlier TLS session a handshake may take up again instead of being a full one. */
public enum SessionResumption {
    /** None: every connection makes a full handshake. */
    FULL,
    /** The last session of the same link, as a terminal that reconnects does. */
    THREAD,
    /**
     * Any session of the run with the same settings. A session of TLS 1.2 may be taken up many times, a ticket of TLS
     * 1.3 (RFC 8446, section 4.6.1) only once: there most of many connections at a time are full handshakes.
     */
    SHARED
}
