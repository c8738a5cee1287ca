package io.github.isostress.jmeter.report.jtl;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads each row of a JTL: empty of a row that is no whole one. Columns that are not read cost nothing.
 * Used by one thread.
 */
final class JtlRows extends AbstractBaseCsvCallbackHandler<Optional<JtlRow>> {
    private static final int MOST_DIGITS = 18;
    private static final long NONE = -1;
    /** What JMeter writes for a variable that does not exist. */
    static final String NO_VARIABLE = "null";

    private final List<JtlColumn> columns;
    private final Map<JtlColumn, RepeatedTexts> repeated = new EnumMap<>(JtlColumn.class);
    private final AgentNames agents = new AgentNames();
    private final String[] texts = new String[JtlColumn.values().length];
    private final long[] numbers = new long[texts.length];

    JtlRows(JtlHeader header) {
        this.columns = header.columns();
        for (JtlColumn column : JtlColumn.values()) {
            repeated.put(column, new RepeatedTexts());
        }
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        Arrays.fill(texts, null);
        Arrays.fill(numbers, NONE);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        JtlColumn column = index < columns.size() ? columns.get(index) : null;
        if (column == null) {
            return;
        }
        if (column.isNumber()) {
            numbers[column.ordinal()] = number(buffer, offset, length);
        } else {
            texts[column.ordinal()] = repeated.get(column).of(buffer, offset, length);
        }
    }

    /** The digits as a number; {@link #NONE} if there are others, or none. */
    private static long number(char[] buffer, int offset, int length) {
        if (length == 0 || length > MOST_DIGITS) {
            return NONE;
        }
        long number = 0;
        for (int i = offset; i < offset + length; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    @Override
    protected Optional<JtlRow> buildRecord() {
        String success = text(JtlColumn.SUCCESS);
        boolean isWhole = getFieldCount() == columns.size()
                && numbers[JtlColumn.TIME_STAMP.ordinal()] != NONE
                && numbers[JtlColumn.ELAPSED.ordinal()] != NONE
                && (success.equalsIgnoreCase("true") || success.equalsIgnoreCase("false"));
        return isWhole ? Optional.of(row(sample(success.equalsIgnoreCase("true")))) : Optional.empty();
    }

    private JtlRow row(JtlSample sample) {
        long pauses = number(JtlColumn.IDLE_TIME).orElse(0);
        return new JtlRow(
                sample,
                text(JtlColumn.THREAD),
                Optional.ofNullable(texts[JtlColumn.DATA_TYPE.ordinal()]),
                sample.elapsedMillis() + pauses);
    }

    private JtlSample sample(boolean isSuccess) {
        return new JtlSample(
                numbers[JtlColumn.TIME_STAMP.ordinal()],
                numbers[JtlColumn.ELAPSED.ordinal()],
                text(JtlColumn.LABEL),
                text(JtlColumn.CODE),
                text(JtlColumn.MESSAGE),
                isSuccess,
                !text(JtlColumn.FAILURE_MESSAGE).isEmpty(),
                number(JtlColumn.SENT_BYTES),
                new JtlTimes(
                        number(JtlColumn.ROUND_TRIP),
                        number(JtlColumn.LAG),
                        number(JtlColumn.CONNECT),
                        number(JtlColumn.TLS)),
                new IssuerTimes(number(JtlColumn.QUEUE), number(JtlColumn.ISSUER), number(JtlColumn.BETWEEN)),
                Optional.ofNullable(texts[JtlColumn.KIND.ordinal()]),
                new JtlTags(
                        agents.of(text(JtlColumn.THREAD), text(JtlColumn.HOST_NAME)),
                        variable(JtlColumn.CONNECTION),
                        variable(JtlColumn.MTI),
                        variable(JtlColumn.PROCESSING_CODE)));
    }

    private String text(JtlColumn column) {
        String text = texts[column.ordinal()];
        return text == null ? "" : text;
    }

    private String variable(JtlColumn column) {
        String text = text(column);
        return text.equals(NO_VARIABLE) ? "" : text;
    }

    private OptionalLong number(JtlColumn column) {
        long number = numbers[column.ordinal()];
        return number == NONE ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
