package io.github.isostress.seal;

import io.github.isostress.crypto.dukpt.Ksn;
import io.github.isostress.message.number.CounterRule;
import io.github.isostress.message.number.Counters;

/**
 * The transactions of a terminal under DUKPT, counted in a run for all formulas and functions together. Immutable.
 *
 * @param initial the KSN of its initial key
 */
public record TerminalCounter(Ksn initial) implements CounterRule {
    /**
     * The KSN of the next transaction. Counters that have no key are skipped.
     *
     * @param start the least counter
     * @throws IllegalArgumentException with one clear sentence if the counter is used up
     */
    public Ksn next(Counters counters, long start) {
        long counter = counters.next("ksn " + initial, start, this)
                .orElseThrow(() -> new IllegalArgumentException("the terminal's counter is used up: in "
                        + initial.scheme() + " the last KSN is " + initial.at(last())));
        return initial.at(counter);
    }

    @Override
    public long last() {
        return initial.scheme().lastCounter();
    }

    @Override
    public boolean allows(long counter) {
        return initial.scheme().allows(counter);
    }
}
