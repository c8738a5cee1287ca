package io.github.isostress.jmeter.sample;

import io.github.isostress.failure.Failure;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.TextLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * One of the two texts of a sample, its sampler data or its response data, written and read. People read it in JMeter,
 * and the views read it back, from a JTL file years later, too. This class alone knows its form: sections with a blank
 * line between them, then the version of the form.
 *
 * <pre>
 * ECHO_MISMATCH: The response returns elements of the request with other values.
 * DE 4 is 000000000999, sent was 000000001000
 *
 * Response, 47 bytes
 * element   at  len  name                                   value
 * MTI        2    4                                         0210  Financial request response, acquirer, ISO 8583:1987
 * ...
 *
 * 0000  00 2D 30 32 31 30 ...
 *
 * Request, 47 bytes
 * ...
 *
 * iso-stress sample text 1
 * </pre>
 *
 * A section is lines of words, or a message: a line that says which it is ({@code Request}, {@code Response} or
 * {@code Unfinished} and its bytes, or {@code Also came:} and why it was no answer) and
 * {@link MessageDescription#text}. A text without sections is empty. Iso-stress 0.1.0 wrote no version; such texts are
 * recognised by their words. Immutable.
 */
record SampleText(List<SampleSection> sections) {
    static final SampleText EMPTY = new SampleText(List.of());

    private static final int VERSION = 1;
    private static final String VERSION_LINE = "iso-stress sample text ";
    private static final Pattern ANY_VERSION = Pattern.compile(VERSION_LINE + "(\\d{1,9})");
    /** A message in a text without a version. */
    private static final Pattern HEADING = Pattern.compile("(?m)^(Request|Response), \\d+ bytes?$");
    /** How a text without version and message begins: a connect, its facts, the wait for a pool's connection. */
    private static final Pattern OTHER_WORDS =
            Pattern.compile("(Connect to .*, framing .*|local address {3}.*|pool .* of \\d+)\\n[\\s\\S]*");

    SampleText {
        sections = List.copyOf(sections);
    }

    static SampleText of(SampleSection... sections) {
        return new SampleText(List.of(sections));
    }

    /** The text with its version; empty if there are no sections. */
    String text() {
        return sections.isEmpty() ? "" : textBefore(VERSION_LINE + VERSION + "\n");
    }

    /** The text with the sections of another, which is written already, behind its own. */
    String textBefore(String other) {
        return Stream.concat(sections.stream().map(SampleSection::text), Stream.of(other))
                .collect(Collectors.joining("\n"));
    }

    /** Whether a newer iso-stress has written a text, in a form that {@link #read} does not know. */
    static boolean isLater(String text) {
        return version(lastLine(text)) > VERSION;
    }

    private static String lastLine(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }

    /** 0 if the line names none. */
    private static int version(String line) {
        Matcher version = ANY_VERSION.matcher(line);
        return version.matches() ? Integer.parseInt(version.group(1)) : 0;
    }

    /** Reads a text with any line ends; {@link #EMPTY} if it is none of ours, or {@link #isLater}. */
    static SampleText read(String text) {
        String lastLine = lastLine(text);
        return switch (version(lastLine)) {
            case 0 -> isOfFirstRelease(text.replace("\r\n", "\n")) ? sections(text) : EMPTY;
            case VERSION -> sections(StringUtils.removeEnd(text.stripTrailing(), lastLine));
            default -> EMPTY;
        };
    }

    private static boolean isOfFirstRelease(String text) {
        return isFailure(StringUtils.substringBefore(text, "\n").strip())
                || OTHER_WORDS.matcher(text).matches()
                || HEADING.matcher(text).find();
    }

    private static boolean isFailure(String line) {
        return Arrays.stream(Failure.values())
                .anyMatch(failure -> line.equals(failure.name() + ": " + failure.sentence() + "."));
    }

    private static SampleText sections(String text) {
        TextLines lines = new TextLines(text);
        List<SampleSection> sections = new ArrayList<>();
        while (lines.hasNext()) {
            nextSection(lines).ifPresent(sections::add);
        }
        return new SampleText(sections);
    }

    private static Optional<SampleSection> nextSection(TextLines lines) {
        StringBuilder words = new StringBuilder();
        for (String line = lines.take(); !line.isBlank(); line = lines.hasNext() ? lines.take() : "") {
            words.append(words.isEmpty() ? "" : "\n").append(line);
            Optional<MessageDescription> message =
                    SampleSection.isHeading(words.toString()) ? MessageDescription.readNext(lines) : Optional.empty();
            if (message.isPresent()) {
                return Optional.of(new SampleSection(words.toString(), message));
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(SampleSection.ofWords(words.toString()));
    }
}
