package io.github.isostress.tls;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.SocketLayer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLSocket;

/** TLS on one connection, after its handshake. Used by one thread at a time. */
final class TlsSession implements SocketLayer {
    private final SSLSocket socket;
    private final HandshakeRecord record;
    private final TlsFailures failures;
    private boolean heard;

    TlsSession(SSLSocket socket, HandshakeRecord record, TlsFailures failures) {
        this.socket = socket;
        this.record = record;
        this.failures = failures;
    }

    @Override
    public SSLSocket socket() {
        return socket;
    }

    /** A full handshake shows the host's certificates; a resumed one does not. */
    @Override
    public boolean isResumed() {
        return record.hostChain().isEmpty();
    }

    @Override
    public InputStream input() throws IOException {
        return new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                heard |= read >= 0;
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                heard |= read > 0;
                return read;
            }
        };
    }

    @Override
    public FailureException failureOf(IOException e) {
        return failures.whileTalking(e, suspicion());
    }

    /**
     * With TLS 1.3 a host refuses our certificate after the handshake, and a reset may hide its alert: so an end of the
     * stream before any byte may be such a refusal.
     */
    @Override
    public String suspicion() {
        return heard ? "" : failures.suspicion();
    }
}
