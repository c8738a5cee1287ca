package io.github.isostress.wire;

import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What a connection reads from and writes to: TCP alone, or TLS over it. Used by one thread at a time. */
public interface SocketLayer {
    /** A layer that knows no more of itself than its socket, and of its failures no more than what Java says. */
    static SocketLayer bare(Socket socket) {
        return () -> socket;
    }

    /** The socket. */
    Socket socket();

    /** The socket's input, which is to be read through this. */
    default InputStream input() throws IOException {
        return socket().getInputStream();
    }

    /** What went wrong when a read or a write failed like this. */
    default FailureException failureOf(IOException e) {
        return WireFailures.whileTalking(e);
    }

    /** What else the end of a connection may mean on which nothing ever came: begins with a semicolon, or is empty. */
    default String suspicion() {
        return "";
    }

    /** Whether TLS took up an earlier session, and so made no full handshake. */
    default boolean isResumed() {
        return false;
    }
}
