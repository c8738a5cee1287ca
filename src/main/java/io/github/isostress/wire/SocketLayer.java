package io.github.isostress.wire;

import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What a connection reads from and writes to: TCP alone, or TLS over it. Used by one thread at a time. */
public interface SocketLayer {
    /** A plain TCP socket, whose failures are told by what Java throws. */
    static SocketLayer bare(Socket socket) {
        return () -> socket;
    }

    Socket socket();

    /** The input to read the socket through. */
    default InputStream input() throws IOException {
        return socket().getInputStream();
    }

    /** The failure that an exception of a read or a write stands for. */
    default FailureException failureOf(IOException e) {
        return WireFailures.whileTalking(e);
    }

    /** What an end of the stream before any byte may mean: begins with a semicolon, or is empty. */
    default String suspicion() {
        return "";
    }

    /** Whether TLS resumed an earlier session, without a full handshake. */
    default boolean isResumed() {
        return false;
    }
}
