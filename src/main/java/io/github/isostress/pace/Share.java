package io.github.isostress.pace;

/**
 * One machine's part of a schedule that several machines keep together. Immutable.
 *
 * @param number which part, 1 to {@code count}
 * @param count how many equal parts there are, from 1
 */
public record Share(int number, int count) {
    /** All requests of a schedule. */
    public static final Share WHOLE = new Share(1, 1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public Share {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("share " + number + " of " + count + " is none: write 1 of 1 and up");
        }
    }
}
