package io.github.isostress.jmeter.record;

import java.util.OptionalInt;

/**
 * Tells the samples of JMeter's Transaction Controllers, which sum up others and are no requests. With <em>Generate
 * parent sample</em> such a sample has the others as sub-results; else these were samples of their own. Stateless.
 */
public final class TransactionSum {
    private static final String BEGINNING = "Number of samples in transaction : ";
    private static final int MOST_DIGITS = 9;

    private TransactionSum() {}

    /**
     * How many samples a sample sums up directly.
     *
     * @param message its response message
     * @return empty if it is no sum, or one of a transaction that the end of its thread has cut short
     */
    public static OptionalInt size(String message) {
        if (!message.startsWith(BEGINNING)) {
            return OptionalInt.empty();
        }
        int end = BEGINNING.length();
        while (end < message.length() && Character.isDigit(message.charAt(end))) {
            end++;
        }
        int digits = end - BEGINNING.length();
        return digits == 0 || digits > MOST_DIGITS
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(message, BEGINNING.length(), end, 10));
    }

    /**
     * Whether a sample may sum up others that the end of their thread has cut short: JMeter leaves message and data type
     * empty then. If it has others, it does.
     */
    public static boolean mayBeCutShort(String message, String dataType) {
        return message.isEmpty() && dataType.isEmpty();
    }

    /** Whether a sample sums up nothing, since the end of its thread came before the first sample of the transaction. */
    public static boolean isOfNothing(String code, String message, String dataType) {
        return code.isEmpty() && mayBeCutShort(message, dataType);
    }
}
