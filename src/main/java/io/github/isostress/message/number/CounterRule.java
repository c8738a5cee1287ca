package io.github.isostress.message.number;

/** Which values a counter may have. Thread-safe. */
public interface CounterRule {
    /** The largest value; behind it the counter is used up. */
    long last();

    /** Whether a value up to the last one is given out, or skipped. */
    boolean allows(long value);

    /** All values up to a last one. */
    static CounterRule upTo(long last) {
        return new CounterRule() {
            @Override
            public long last() {
                return last;
            }

            @Override
            public boolean allows(long value) {
                return true;
            }
        };
    }
}
