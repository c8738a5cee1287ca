package io.github.isostress.jmeter.sample;

import io.github.isostress.message.describe.MessageDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * What both texts of a sample tell. Immutable.
 *
 * @param request the message that asks: ours, or the host's own in the sample of an unsolicited one
 * @param response the message that answers
 * @param time how long the sample took; empty if it was not measured, or recorded by an older iso-stress
 * @param words what else is told: a failure and its particulars, the facts of a connection, what came of an unfinished
 *     frame, which other messages came (not the messages themselves); else empty
 */
public record SampleReport(
        Optional<MessageDescription> request,
        Optional<MessageDescription> response,
        Optional<MeasuredTime> time,
        String words) {
    private static final String GAP = "\n\n";

    /**
     * Reads the texts of a sample as they are kept in a result or in a JTL file.
     *
     * @param samplerData what was sent; empty if it was not saved
     * @param responseData what came; empty if it was not saved
     * @return without any content if the sample is not one of ours, or {@link #isLater}
     */
    public static SampleReport read(String samplerData, String responseData) {
        SampleText sent = SampleText.read(samplerData);
        SampleText came = SampleText.read(responseData);
        return new SampleReport(
                message(sent, SampleSection::isRequest).or(() -> message(came, SampleSection::isRequest)),
                message(sent, SampleSection::isResponse).or(() -> message(came, SampleSection::isResponse)),
                time(came),
                words(words(sent), words(came)));
    }

    /** How long a sample took, by its response data; empty if they do not say so. */
    public static Optional<MeasuredTime> time(String responseData) {
        return time(SampleText.read(responseData));
    }

    private static Optional<MeasuredTime> time(SampleText text) {
        return text.sections().stream()
                .map(SampleSection::time)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether a newer iso-stress has written the texts, in a form that this one cannot read. */
    public static boolean isLater(String samplerData, String responseData) {
        return SampleText.isLater(samplerData) || SampleText.isLater(responseData);
    }

    private static Optional<MessageDescription> message(SampleText text, Predicate<SampleSection> which) {
        return text.sections().stream().filter(which).findFirst().flatMap(SampleSection::message);
    }

    private static String words(SampleText text) {
        return text.sections().stream()
                .filter(section -> !section.isRequest()
                        && !section.isResponse()
                        && section.time().isEmpty())
                .map(section -> section.isUnfinished() ? section.text().stripTrailing() : section.heading())
                .collect(Collectors.joining(GAP));
    }

    /** The sampler data may be told in the response data again. */
    private static String words(String sent, String came) {
        List<String> both = came.contains(sent) ? List.of(came) : List.of(sent, came);
        return both.stream().filter(StringUtils::isNotEmpty).collect(Collectors.joining(GAP));
    }
}
