package io.github.isostress.jmeter.sample;

import io.github.isostress.failure.Failure;
import io.github.isostress.message.describe.DescriptionInText;
import io.github.isostress.message.describe.MessageDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * What the texts of a sample tell: the counterpart of what {@link SampleResults} writes. Immutable.
 *
 * @param request the message that asks: ours, or the host's own in the sample of an unsolicited one
 * @param response the message that answers
 * @param words what else is told: a failure and its particulars, the facts of a connection, what came of an unfinished
 *     frame, which other messages came (not the messages themselves); else empty
 */
public record ExchangeReport(
        Optional<MessageDescription> request, Optional<MessageDescription> response, String words) {
    private static final Pattern HEADING =
            Pattern.compile("(?m)^(" + MessageWriter.REQUEST + "|" + MessageWriter.RESPONSE + "), \\d+ bytes$");
    /** How texts without a message begin: a connect, its facts, the wait for a pool's connection. */
    private static final Pattern OTHER_WORDS =
            Pattern.compile("(Connect to .*, framing .*|local address {3}.*|pool .* of \\d+)\\n[\\s\\S]*");

    /**
     * Reads the texts of a sample as they are kept in a result or in a JTL file.
     *
     * @param samplerData what was sent; empty if it was not saved
     * @param responseData what came; empty if it was not saved
     * @return without any content if the sample is not one of ours
     */
    public static ExchangeReport read(String samplerData, String responseData) {
        Told sent = Told.in(samplerData.replace("\r\n", "\n"));
        Told came = Told.in(responseData.replace("\r\n", "\n"));
        String words = came.words().contains(sent.words())
                ? came.words()
                : Stream.of(sent.words(), came.words())
                        .filter(StringUtils::isNotEmpty)
                        .reduce((first, second) -> first + "\n\n" + second)
                        .orElse("");
        return new ExchangeReport(
                sent.request().or(came::request), sent.response().or(came::response), words);
    }

    /** What one of the two texts tells. */
    private record Told(Optional<MessageDescription> request, Optional<MessageDescription> response, String words) {

        static Told in(String text) {
            Reading reading = new Reading();
            if (isOurs(text)) {
                reading.read(text);
            }
            return new Told(
                    Optional.ofNullable(reading.request),
                    Optional.ofNullable(reading.response),
                    String.join("\n\n", reading.words));
        }

        private static boolean isOurs(String text) {
            return isFailure(StringUtils.substringBefore(text, "\n").strip())
                    || OTHER_WORDS.matcher(text).matches()
                    || HEADING.matcher(text).find();
        }

        private static boolean isFailure(String line) {
            return Arrays.stream(Failure.values())
                    .anyMatch(failure -> line.equals(failure.name() + ": " + failure.sentence() + "."));
        }
    }

    /** Goes through a text from message to message. */
    private static final class Reading {
        private final List<String> words = new ArrayList<>();
        private MessageDescription request;
        private MessageDescription response;

        void read(String text) {
            String rest = text;
            for (Optional<DescriptionInText> found = DescriptionInText.first(rest);
                    found.isPresent();
                    found = DescriptionInText.first(rest)) {
                take(found.get());
                rest = found.get().after();
            }
            say(rest);
        }

        private void take(DescriptionInText found) {
            String before = found.before().stripTrailing();
            String heading = before.substring(before.lastIndexOf('\n') + 1);
            if (HEADING.matcher(heading).matches()) {
                say(StringUtils.removeEnd(before, heading));
                keep(heading, found.description());
            } else if (heading.startsWith(MessageWriter.UNFINISHED)) {
                say(before + "\n" + found.description().text());
            } else {
                say(before);
            }
        }

        private void keep(String heading, MessageDescription message) {
            if (heading.startsWith(MessageWriter.REQUEST)) {
                request = request == null ? message : request;
            } else {
                response = response == null ? message : response;
            }
        }

        private void say(String text) {
            if (!text.isBlank()) {
                words.add(StringUtils.strip(text, "\n"));
            }
        }
    }
}
