package io.github.isostress.host;

import io.github.isostress.host.session.Peer;
import io.github.isostress.wire.HostConnection;

/** A peer that the host has connected to. */
record DialledPeer(HostConnection connection) implements Peer {
    @Override
    public HostConnection open() {
        return connection;
    }

    @Override
    public String name() {
        return connection.times().endpoint().toString();
    }

    @Override
    public void hangUp() {
        connection.interrupt();
    }
}
