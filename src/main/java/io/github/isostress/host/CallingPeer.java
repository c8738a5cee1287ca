package io.github.isostress.host;

import io.github.isostress.connect.HostListener.Caller;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.session.Peer;
import io.github.isostress.wire.HostConnection;

/** A peer that has connected to the host and, with TLS, has yet to shake hands. */
record CallingPeer(Caller caller) implements Peer {
    @Override
    public HostConnection open() throws FailureException {
        return caller.open();
    }

    @Override
    public String name() {
        return caller.client();
    }

    @Override
    public void hangUp() {
        caller.hangUp();
    }
}
