package io.github.isostress.jmeter.view;

import io.github.isostress.jmeter.sample.MeasuredTime;
import io.github.isostress.jmeter.sample.SampleReport;
import io.github.isostress.message.describe.MessageDescription;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.samplers.SampleResult;

/**
 * What there is to show of a sample. Immutable.
 *
 * @param head one line: what became of it
 * @param words what the messages do not tell; may be empty
 * @param request the request, if the sample tells of one
 * @param response the response, if the sample tells of one
 */
record ShownSample(
        String head, String words, Optional<MessageDescription> request, Optional<MessageDescription> response) {
    /** Characters. Longer texts are no texts of ours, and reading them would stall the window. */
    static final int LONGEST_READ = 1_000_000;

    private static final int LONGEST_SHOWN = 20_000;

    /** Of a sample, ours or another's, of this run or read from a file. */
    static ShownSample of(SampleResult sample) {
        String request = Objects.requireNonNullElse(sample.getSamplerData(), "");
        if (sample.getResponseData().length + request.length() > LONGEST_READ) {
            return ofWords(sample, tooLong(sample));
        }
        String response = sample.getResponseDataAsString();
        if (SampleReport.isLater(request, response)) {
            return ofWords(sample, ViewLabels.get("sample.later"));
        }
        SampleReport report = SampleReport.read(request, response);
        if (report.request().isEmpty()
                && report.response().isEmpty()
                && report.words().isEmpty()) {
            return ofWords(sample, ViewLabels.get("sample.foreign"));
        }
        return new ShownSample(
                head(sample, report.time()),
                words(sample, withoutHeadline(sample, report.words())),
                report.request(),
                report.response());
    }

    /** Whether it is another sampler's, or was read without its texts. */
    boolean isForeign() {
        return words.startsWith(ViewLabels.get("sample.foreign"));
    }

    private static ShownSample ofWords(SampleResult sample, String words) {
        return new ShownSample(
                head(sample, Optional.empty()), words(sample, words), Optional.empty(), Optional.empty());
    }

    private static String tooLong(SampleResult sample) {
        return ViewLabels.get("sample.long") + "\n\n"
                + StringUtils.abbreviate(sample.getResponseDataAsString(), LONGEST_SHOWN);
    }

    /** What the head says already takes no line of the explanation. */
    private static String withoutHeadline(SampleResult sample, String words) {
        String headline = sample.getResponseCode() + ": " + sample.getResponseMessage() + ".";
        return words.startsWith(headline + "\n") ? words.substring(headline.length() + 1) : words;
    }

    private static String words(SampleResult sample, String words) {
        return Stream.concat(
                        Stream.of(words),
                        Arrays.stream(sample.getAssertionResults())
                                .filter(assertion -> assertion.isFailure() || assertion.isError())
                                .map(ShownSample::assertion))
                .map(text -> StringUtils.defaultString(text).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String assertion(AssertionResult assertion) {
        return ViewLabels.filled(
                "sample.assertion",
                StringUtils.defaultString(assertion.getName()),
                StringUtils.defaultString(assertion.getFailureMessage()));
    }

    private static String head(SampleResult sample, Optional<MeasuredTime> time) {
        String verdict = StringUtils.normalizeSpace(StringUtils.defaultString(sample.getResponseCode()) + " "
                + StringUtils.defaultString(sample.getResponseMessage()));
        return ViewLabels.filled(
                "sample.head",
                verdict,
                ViewLabels.get(sample.isSuccessful() ? "sample.success" : "sample.failure"),
                time.map(measured -> ViewLabels.filled(
                                "sample.measured", measured.what().words(), measured.micros(), sample.getTime()))
                        .orElseGet(() -> ViewLabels.filled("sample.elapsed", sample.getTime())),
                sample.getSentBytes(),
                sample.getBytesAsLong());
    }
}
