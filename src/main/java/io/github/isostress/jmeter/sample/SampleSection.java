package io.github.isostress.jmeter.sample;

import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.words.Plural;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A section of a {@link SampleText}. Immutable.
 *
 * @param heading lines of words, none of them blank; in front of a message, what it is
 * @param message the message that follows; empty if the words are all
 */
record SampleSection(String heading, Optional<MessageDescription> message) {
    private static final String REQUEST = "Request";
    private static final String RESPONSE = "Response";
    private static final String UNFINISHED = "Unfinished";
    private static final String PASSED_OVER = "Also came: ";
    private static final Pattern HEADING =
            Pattern.compile("(" + REQUEST + "|" + RESPONSE + "|" + UNFINISHED + "), \\d+ bytes?");

    /** Whatever is told in words: a failure and its particulars, the facts of a connection. */
    static SampleSection ofWords(String lines) {
        return new SampleSection(lines.stripTrailing(), Optional.empty());
    }

    /** The message that asks: ours, or the host's own in the sample of an unsolicited one. */
    static SampleSection ofRequest(MessageDescription message) {
        return of(REQUEST, message);
    }

    /** The message that answers. */
    static SampleSection ofResponse(MessageDescription message) {
        return of(RESPONSE, message);
    }

    /** What had come of a frame. */
    static SampleSection ofUnfinished(MessageDescription bytes) {
        return of(UNFINISHED, bytes);
    }

    /** A message that was no answer to the sample's request. */
    static SampleSection ofPassedOver(String particulars, MessageDescription message) {
        return new SampleSection(PASSED_OVER + particulars, Optional.of(message));
    }

    /** How long the sample took. */
    static SampleSection ofTime(MeasuredTime time) {
        return ofWords(time.line());
    }

    private static SampleSection of(String word, MessageDescription message) {
        return new SampleSection(word + ", " + Plural.of(message.bytes().bytes().length, "byte"), Optional.of(message));
    }

    boolean isRequest() {
        return message.isPresent() && heading.startsWith(REQUEST);
    }

    boolean isResponse() {
        return message.isPresent() && heading.startsWith(RESPONSE);
    }

    boolean isUnfinished() {
        return message.isPresent() && heading.startsWith(UNFINISHED);
    }

    /** How long the sample took, if the section says that. */
    Optional<MeasuredTime> time() {
        return message.isPresent() ? Optional.empty() : MeasuredTime.parse(heading);
    }

    /** Whether a message may follow these lines. */
    static boolean isHeading(String lines) {
        return lines.startsWith(PASSED_OVER) || HEADING.matcher(lines).matches();
    }

    /** The lines of the section, each with a line feed. */
    String text() {
        return heading + "\n" + message.map(MessageDescription::text).orElse("");
    }
}
