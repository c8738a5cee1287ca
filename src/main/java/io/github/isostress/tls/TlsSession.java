package io.github.isostress.tls;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.SocketLayer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLSocket;

/**
 * TLS as it stands on one connection: its socket, how its handshake went, and what a later failure means. Used by one
 * thread at a time.
 */
final class TlsSession implements SocketLayer {
    private final SSLSocket socket;
    private final HandshakeRecord evidence;
    private final TlsFailures failures;
    private boolean heard;

    /** After a handshake that came to a good end. */
    TlsSession(SSLSocket socket, HandshakeRecord evidence, TlsFailures failures) {
        this.socket = socket;
        this.evidence = evidence;
        this.failures = failures;
    }

    /** What is written to and read from. */
    @Override
    public SSLSocket socket() {
        return socket;
    }

    /** Whether the handshake took up an earlier session, and so was not a full one. */
    @Override
    public boolean isResumed() {
        return evidence.hostChain().isEmpty();
    }

    /** The socket's input, which is to be read through this. */
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

    /** What went wrong when a read or a write failed like this. */
    @Override
    public FailureException failureOf(IOException e) {
        return failures.whileTalking(e, suspicion());
    }

    /**
     * With TLS 1.3 a host's refusal of our certificate follows the handshake, and a reset may swallow it: what else the
     * end of a connection may mean on which nothing ever came. Begins with a semicolon, or is empty.
     */
    @Override
    public String suspicion() {
        return heard ? "" : failures.suspicion();
    }
}
