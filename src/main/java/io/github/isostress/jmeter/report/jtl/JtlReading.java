package io.github.isostress.jmeter.report.jtl;

import java.util.Locale;
import java.util.Optional;

/**
 * How the reading of a JTL went. Immutable.
 *
 * @param samples how many rows were read
 * @param unreadable how many rows were left out, since they are no whole rows
 * @param firstUnreadable the number of the first of them; the row below the header is the first of the JTL
 * @param brokenOff why the rest could not be read; empty if there is none
 */
public record JtlReading(long samples, long unreadable, long firstUnreadable, String brokenOff) {
    /** In one sentence, what of the JTL is not in its figures; empty if all of it is. */
    public Optional<String> remark() {
        StringBuilder words = new StringBuilder();
        if (unreadable > 0) {
            words.append(String.format(
                    Locale.ROOT,
                    "%,d row%s left out: cut short, or with other columns than the header; the first is row %,d",
                    unreadable,
                    unreadable == 1 ? " of the JTL was" : "s of the JTL were",
                    firstUnreadable));
        }
        if (!brokenOff.isEmpty()) {
            words.append(words.isEmpty() ? "" : "; ")
                    .append(String.format(
                            Locale.ROOT, "the JTL cannot be read beyond row %,d: %s", samples + unreadable, brokenOff));
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.append('.').toString());
    }
}
