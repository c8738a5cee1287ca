package io.github.isostress.host.session;

import io.github.isostress.wire.Endpoint;

/** A host that requests are forwarded to, over plain TCP. Immutable. */
public sealed interface Issuer {
    /**
     * One that listens.
     *
     * @param endpoint where to connect to
     */
    record Listening(Endpoint endpoint) implements Issuer {
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /**
     * One that connects to us.
     *
     * @param endpoint the local address and the port to listen on
     */
    record Calling(Endpoint endpoint) implements Issuer {
        @Override
        public String toString() {
            return "clients on " + endpoint;
        }
    }
}
