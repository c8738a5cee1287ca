package io.github.isostress.bench.client;

import io.github.isostress.bench.Purchase;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.ThreadListener;

/**
 * The least that a JMeter sampler can do: write a constant request, read a frame, say that this was a success. With a
 * timeout it does not wait for ever, which takes the system two calls more for each answer.
 */
public final class MinimalSampler extends AbstractSampler implements ThreadListener {
    private static final long serialVersionUID = 1L;
    private static final String PORT = "MinimalSampler.port";
    private static final String TIMEOUT = "MinimalSampler.timeout";
    private static final byte[] REQUEST = Purchase.PLAIN.frame();

    private transient Socket socket;
    private transient DataInputStream in;
    private transient OutputStream out;
    private transient byte[] answer;

    /** To which port of this machine it connects. */
    void setPort(int port) {
        setProperty(PORT, port);
    }

    /** How long it waits for more bytes, in milliseconds; 0 for ever. */
    void setTimeout(int millis) {
        setProperty(TIMEOUT, millis);
    }

    @Override
    public SampleResult sample(Entry unused) {
        SampleResult result = new SampleResult();
        result.setSampleLabel(getName());
        try {
            if (socket == null) {
                connect();
            }
            result.sampleStart();
            out.write(REQUEST);
            int length = in.readUnsignedShort();
            in.readFully(answer, 0, length);
            result.sampleEnd();
            result.setSuccessful(true);
            result.setBodySize((long) length);
        } catch (IOException e) {
            result.setSuccessful(false);
        }
        return result;
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), getPropertyAsInt(PORT));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(getPropertyAsInt(TIMEOUT));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
        answer = new byte[REQUEST.length * 2];
    }

    @Override
    public void threadStarted() {
        // It connects with its first sample.
    }

    @Override
    public void threadFinished() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
