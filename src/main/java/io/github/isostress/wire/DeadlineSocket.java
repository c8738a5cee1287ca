package io.github.isostress.wire;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * A TCP socket whose reads all end at one deadline, even if bytes come one by one. A TLS socket layered on it keeps the
 * deadline in its handshake and its records. Used by one thread at a time.
 */
public final class DeadlineSocket extends Socket {
    private volatile long deadlineNanos;
    private volatile int armedMillis;
    private volatile InputStream input;
    private volatile FlightOutput output;
    private volatile boolean received;

    /** Sets when reads give up, as {@link System#nanoTime()}. */
    public void deadline(long nanos) {
        deadlineNanos = nanos;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream present = input;
        if (present == null) {
            present = new DeadlineInput(super.getInputStream());
            input = present;
        }
        return present;
    }

    /**
     * Buffers input from now on, for TLS, which reads the head of a record before the record: the system is asked once
     * for both. A first byte of no TLS record is refused. To be called before the first read.
     */
    public void readAhead() throws IOException {
        input = new BufferedInputStream(new FirstRecordInput(getInputStream()));
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        FlightOutput present = output;
        if (present == null) {
            present = new FlightOutput(super.getOutputStream());
            output = present;
        }
        return present;
    }

    /** Whether a byte has come from the other end. From any thread. */
    public boolean hasReceived() {
        return received;
    }

    /** The output in TLS flights: what is held back goes out when this thread reads or closes the socket. */
    public FlightOutput flights() throws IOException {
        return (FlightOutput) getOutputStream();
    }

    @Override
    public void close() throws IOException {
        try {
            sendFlight();
        } finally {
            super.close();
        }
    }

    private void sendFlight() throws IOException {
        FlightOutput present = output;
        if (present != null) {
            present.send();
        }
    }

    /** The time left is often equal from read to read, in milliseconds: then the system is not called. */
    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        super.setSoTimeout(millis);
        armedMillis = millis;
    }

    private final class DeadlineInput extends FilterInputStream {
        DeadlineInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            sendFlight();
            armTimeout();
            return noted(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            sendFlight();
            armTimeout();
            return noted(super.read(buffer, offset, length));
        }

        private int noted(int read) {
            if (read >= 0 && !received) {
                received = true;
            }
            return read;
        }

        /** Rounded up, since a socket timeout of 0 would wait for ever. */
        private void armTimeout() throws IOException {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("the deadline has passed");
            }
            int millis = (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left) + 1);
            if (millis != armedMillis) {
                setSoTimeout(millis);
            }
        }
    }
}
