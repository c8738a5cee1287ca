package io.github.isostress.jmeter.record;

import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.masking.ShownText;
import io.github.isostress.words.Plural;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Writes and reads the lines of jmeter.log that tell of failed samples:
 *
 * <pre>
 * 'host connect' CONNECTION_REFUSED: The host refused the connection. 127.0.0.1:5000: ... (the first one; all are counted)
 * 'host connect' CONNECTION_REFUSED came 3,412 times
 * </pre>
 */
public final class FailureLines {
    /** The logger of these lines: users look for them by it, and so does {@link #read}. */
    public static final String LOGGER = "io.github.isostress.jmeter.RunFailures";

    private static final String FIRST = " (the first one; all are counted)";
    private static final int LONGEST_PARTICULARS = 2_000;
    private static final Pattern LINE = Pattern.compile(".* \\S*\\b" + StringUtils.substringAfterLast(LOGGER, ".")
            + ": '(.+?)' (\\w+): (.*)" + Pattern.quote(FIRST));

    private FailureLines() {}

    /**
     * Why a sample has failed.
     *
     * @param label the sample's
     * @param code the response code
     * @param words the code's sentence and the particulars
     */
    public record Reason(String label, String code, String words) {}

    /** The line of the first sample with a label and a code. */
    public static String first(Reason reason) {
        return line(reason) + FIRST;
    }

    /** The line without the note that others are counted. */
    public static String sentence(String label, Verdict verdict, String circumstances) {
        return line(reason(label, verdict, circumstances, ""));
    }

    private static String line(Reason reason) {
        return "'" + reason.label() + "' " + reason.code() + ": " + reason.words();
    }

    /**
     * The reason as it may be shown.
     *
     * @param circumstances what stands in front of the particulars
     * @param advice what stands behind them
     */
    public static Reason reason(String label, Verdict verdict, String circumstances, String advice) {
        String particulars = StringUtils.abbreviate(
                circumstances + verdict.particulars() + (advice.isEmpty() ? "" : "\n" + advice), LONGEST_PARTICULARS);
        return new Reason(
                shown(label),
                ShownText.of(verdict.code()),
                ShownText.of(verdict.message() + "." + (particulars.isEmpty() ? "" : " " + oneLine(particulars))));
    }

    /** The line that tells how many samples with a label and a code there were. */
    public static String count(String label, String code, long times) {
        String howOften = times == 1 ? "once" : String.format(Locale.ROOT, "%,d times", times);
        return subject(label, code) + " came " + howOften;
    }

    /** The line that tells how many there were beyond the labels and codes that are told apart. */
    public static String further(long count) {
        return Plural.grouped(count, "failure") + " with further labels and codes came";
    }

    private static String subject(String label, String code) {
        return ShownText.of("'" + oneLine(label) + "' " + code);
    }

    /** A label or another text of the plan on one line, as it may be shown. */
    public static String shown(String text) {
        return ShownText.of(oneLine(text));
    }

    /** Without line breaks and other control characters. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\R+", "; ").replaceAll("\\p{Cntrl}+", " ");
    }

    /** The reason in a line of the log; empty if the line tells something else. */
    public static Optional<Reason> read(String line) {
        Matcher match = LINE.matcher(line);
        return match.matches()
                ? Optional.of(new Reason(match.group(1), match.group(2), match.group(3)))
                : Optional.empty();
    }
}
