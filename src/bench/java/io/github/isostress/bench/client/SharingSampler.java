package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.ThreadListener;

/**
 * The least that a JMeter sampler can do on sockets that all threads share: an exchange of a {@link SharingClient},
 * which is said to be a success.
 */
public final class SharingSampler extends AbstractSampler implements ThreadListener {
    private static final long serialVersionUID = 1L;
    private static final String START = "SharingSampler.start";

    private static SharingClient client;
    private static int users;

    private transient Purchaser purchaser;

    /** With what the client is opened. */
    void setStart(CommandLine told) {
        setProperty(START, told.toString());
    }

    @Override
    public SampleResult sample(Entry unused) {
        SampleResult result = new SampleResult();
        result.setSampleLabel(getName());
        result.sampleStart();
        try {
            purchaser.exchange();
            result.setSuccessful(true);
        } catch (Exception e) {
            result.setSuccessful(false);
        }
        result.sampleEnd();
        return result;
    }

    @Override
    public void threadStarted() {
        purchaser = join(CommandLine.parse(getPropertyAsString(START)));
    }

    private static synchronized Purchaser join(CommandLine told) {
        try {
            client = users == 0 ? new SharingClient(told) : client;
            return client.purchaser(users++);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void threadFinished() {
        leave();
    }

    private static synchronized void leave() {
        users--;
        if (users == 0) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
