package io.github.isostress.wire;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A socket's output that can send several TLS handshake messages, a flight, in one write. JSSE writes them one by one.
 * A host that refuses the first closes while we still write the others; the failed write would hide the alert that says
 * why. One thread holds back; writes and closes of other threads go through.
 */
public final class FlightOutput extends FilterOutputStream {
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private volatile Thread holder;

    FlightOutput(OutputStream out) {
        super(out);
    }

    /** Holds back what this thread writes from now on. */
    public void hold() {
        holder = Thread.currentThread();
    }

    /** Sends what this thread has held back, if any. */
    void send() throws IOException {
        if (holder == Thread.currentThread() && held.size() > 0) {
            byte[] flight = held.toByteArray();
            held.reset();
            out.write(flight);
        }
    }

    /** Sends what is held back, and holds back no more. */
    public void release() throws IOException {
        send();
        holder = null;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        if (holder == Thread.currentThread()) {
            held.write(buffer, offset, length);
        } else {
            out.write(buffer, offset, length);
        }
    }
}
