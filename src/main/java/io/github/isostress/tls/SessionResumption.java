package io.github.isostress.tls;

/** Which earlier TLS session a handshake may resume. */
public enum SessionResumption {
    /** None: every connection makes a full handshake. */
    FULL,
    /** The last session of the same link, as a terminal does that reconnects. */
    THREAD,
    /**
     * Any session of the run with equal settings. A session of TLS 1.2 can be resumed many times, a ticket of TLS 1.3
     * (RFC 8446, section 4.6.1) only once; so most of many TLS 1.3 connections made at one time are full handshakes.
     */
    SHARED
}
