package io.github.isostress.jmeter.sample;

/**
 * Both texts of a sample, as JMeter keeps them.
 *
 * @param samplerData of the request, or what was attempted
 * @param responseData of the response; after it, of the request again, for those who see but this text
 */
record SampleTexts(String samplerData, String responseData) {
    static final SampleTexts EMPTY = new SampleTexts("", "");

    static SampleTexts of(SampleText samplerData, SampleText responseData) {
        return new SampleTexts(samplerData.text(), responseData.text());
    }

    /**
     * The response data with the sampler data behind them.
     *
     * @param samplerData has a section at least
     */
    static SampleTexts withRequestRepeated(SampleText samplerData, SampleText responseData) {
        String request = samplerData.text();
        return new SampleTexts(request, responseData.textBefore(request));
    }
}
