package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the reading of a JTL went. Immutable.
 *
 * @param samples how many rows were read
 * @param unreadable how many rows were left out, since they are no whole rows
 * @param firstUnreadable the number of the first of them; the row below the header is the first of the JTL
 * @param brokenOff why the rest could not be read; empty if there is none
 * @param inParents how many rows are of samples inside that of a transaction, which have its columns
 * @param parentsAlone how many samples of transactions have no rows of what is inside
 */
public record JtlReading(
        long samples, long unreadable, long firstUnreadable, String brokenOff, long inParents, long parentsAlone) {
    /** In one sentence, what of the JTL is not in its figures, or not as it was; empty if all of it is. */
    public Optional<String> remark() {
        List<String> words = new ArrayList<>();
        if (unreadable > 0) {
            words.add(String.format(
                    Locale.ROOT,
                    "%s left out: cut short, or with other columns than the header; the first is row %,d",
                    Plural.grouped(unreadable, "row of the JTL was", "rows of the JTL were"),
                    firstUnreadable));
        }
        if (!brokenOff.isEmpty()) {
            words.add(String.format(
                    Locale.ROOT, "the JTL cannot be read beyond row %,d: %s", samples + unreadable, brokenOff));
        }
        if (inParents > 0) {
            words.add(String.format(
                    Locale.ROOT,
                    "%s inside the samples of transactions (Generate parent sample), where JMeter writes no columns of"
                            + " theirs: their times are whole milliseconds",
                    Plural.grouped(inParents, "sample is", "samples are")));
        }
        if (parentsAlone > 0) {
            words.add(String.format(
                    Locale.ROOT,
                    "the requests of %s are not counted, since the JTL has no rows of them"
                            + " (jmeter.save.saveservice.subresults=false)",
                    Plural.grouped(parentsAlone, "transaction")));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words) + ".");
    }
}
