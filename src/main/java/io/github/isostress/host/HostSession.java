package io.github.isostress.host;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.HostListener.Caller;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One client's connection at the host, from the handshake to the end. Run by one thread. */
final class HostSession {
    /** A client may be silent as long as it likes. */
    private static final long IDLE_NANOS = TimeUnit.DAYS.toNanos(365);

    /** A client that does not take its answer is given up. */
    private static final long SEND_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Caller caller;
    private final Responder responder;
    private final HostRecord record;

    HostSession(Caller caller, Responder responder, HostRecord record) {
        this.caller = caller;
        this.responder = responder;
        this.record = record;
    }

    /** Serves the client until one of the two closes the connection. */
    void run() {
        try (HostConnection connection = caller.open()) {
            record.connected();
            serve(connection);
            record.disconnected();
        } catch (FailureException e) {
            record.handshakeRefused();
        }
    }

    private void serve(HostConnection connection) {
        try {
            while (connection.isOpen()) {
                byte[] message =
                        connection.receive(System.nanoTime() + IDLE_NANOS).message();
                Optional<byte[]> answer = responder.respond(message);
                if (answer.isPresent()) {
                    connection.send(connection.framing().wrap(answer.get()), System.nanoTime() + SEND_NANOS);
                    record.answered();
                } else {
                    record.unanswered();
                }
            }
        } catch (FailureException e) {
            if (e.failure() == Failure.BAD_FRAME || e.failure() == Failure.UNPACK_ERROR) {
                record.unanswered();
            }
        } catch (IllegalArgumentException e) {
            record.unanswered();
        }
    }

    /** Closes the connection from another thread. */
    void hangUp() {
        caller.hangUp();
    }
}
