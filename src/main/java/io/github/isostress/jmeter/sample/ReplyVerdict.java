package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.judgement.Verdict;
import java.util.List;
import java.util.Set;

/** The verdict on an answer of ours: whatever its DE 39, the plan wants it so, and it is a success once it is sent. */
public final class ReplyVerdict {
    static final Verdict ANSWERED = new Verdict(true, "ANSWERED", "The host's own request was answered", "");

    private static final ResponseRules ANY_CODE = new ResponseRules(Set.of(), List.of());

    private ReplyVerdict() {}

    /** DE 39 of the answer and its meaning, or why it was not sent. */
    public static Verdict on(Outcome outcome) {
        Verdict verdict = ANY_CODE.judge(outcome);
        return verdict.code().equals(ResponseRules.RECEIVED) ? ANSWERED : verdict;
    }
}
