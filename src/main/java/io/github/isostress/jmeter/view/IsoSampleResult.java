package io.github.isostress.jmeter.view;

import org.apache.jmeter.samplers.SampleResult;

/**
 * A sample as JMeter's tab of a sampler's result is to show it. A sample that received nothing has a body size of -1,
 * which its header size makes up for; here both are 0. Never given to listeners: they take a plain SampleResult only.
 */
final class IsoSampleResult extends SampleResult {
    private static final long serialVersionUID = 1L;

    /** The same sample, which received nothing. */
    IsoSampleResult(SampleResult sample) {
        super(sample);
    }

    /** Whether a sample is one of ours that received nothing. */
    static boolean receivedNothing(SampleResult sample) {
        return sample.getBodySizeAsLong() < 0;
    }

    @Override
    public long getBodySizeAsLong() {
        return 0;
    }

    @Override
    public int getHeadersSize() {
        return 0;
    }
}
