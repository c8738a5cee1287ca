package io.github.isostress.jmeter.sample;

import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;

/** Who hears of the samples that no sampler returns. May be told by any thread. */
public interface SampleListeners {
    /** A sampler has begun: it may have other listeners than the one before. */
    void sampleBegins();

    /** Tells of a sample, and of the variables as they are with it. */
    void hear(SampleResult result, JMeterVariables variables);
}
