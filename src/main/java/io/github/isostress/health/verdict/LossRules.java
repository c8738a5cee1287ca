package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rules about what is missing: requests that were not sent, and results that did not arrive. */
final class LossRules {
    private final JudgedSeconds run;
    private final Limits limits;

    /** Of the whole run: what is lost in its start is lost, too. */
    LossRules(List<WatchedSecond> seconds, Limits limits) {
        this.run = new JudgedSeconds(seconds);
        this.limits = limits;
    }

    Stream<Reason> reasons() {
        long sent = run.sum(WatchedSecond::sent);
        long unsent = run.sum(WatchedSecond::unsent);
        long dropped = run.sum(WatchedSecond::samplesDropped);
        long unwritten = run.sum(WatchedSecond::resultErrors);
        return Stream.of(
                        reason(
                                ValidityRule.UNSENT,
                                unsent == 0 ? 0 : (double) unsent / (sent + unsent),
                                () -> InWords.part(unsent, sent + unsent)
                                        + " were due and not sent: no thread was free for them, or they failed before"
                                        + " their first byte"),
                        reason(
                                ValidityRule.DROPPED_SAMPLES,
                                dropped == 0 ? 0 : (double) dropped / Math.max(dropped, sent),
                                () -> Plural.grouped(dropped, "sample") + " of " + Plural.grouped(sent, "request")
                                        + " were lost on the way to the controller: its results are not complete"),
                        reason(
                                ValidityRule.RESULT_FILE,
                                unwritten,
                                () -> Plural.grouped(unwritten, "result file")
                                        + " could not be written: results are missing in it; is the disk full?"))
                .flatMap(reasons -> reasons);
    }

    private Stream<Reason> reason(ValidityRule rule, double value, Supplier<String> sentence) {
        Validity validity = limits.of(rule).of(value);
        return validity == Validity.VALID ? Stream.empty() : Stream.of(new Reason(rule, validity, sentence.get()));
    }
}
