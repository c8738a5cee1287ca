package io.github.isostress.host.rule;

import io.github.isostress.host.session.Condition;
import io.github.isostress.host.session.Frequency;
import io.github.isostress.host.session.Trigger;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MtiPatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads the part of a rule before the colon. */
final class ConditionReader {
    static final List<String> WORDS = List.of(
            "mti", "amount", "de", "bytes", "every", "share", "always", "on connect", "after 30 s", "every 60 s");

    private static final String ALLOWED = "allowed are " + String.join(", ", WORDS);
    private static final int AMOUNT = 4;
    private static final long LARGEST_AMOUNT = 999_999_999_999L;
    private static final long LARGEST_COUNT = 1_000_000_000L;
    private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(7);

    private final Optional<IsoPackager> packager;

    ConditionReader(Optional<IsoPackager> packager) {
        this.packager = packager;
    }

    Trigger read(RuleWords words) {
        if (words.isAtEnd()) {
            throw words.refusal("there is no condition before ':'; " + ALLOWED);
        }
        Trigger trigger = trigger(words);
        if (!words.isAtEnd()) {
            throw words.refusal("'" + words.peek() + "' cannot follow here; " + ALLOWED
                    + ", each once, and every or share as the last");
        }
        return trigger;
    }

    private Trigger trigger(RuleWords words) {
        if (words.take("always")) {
            return new Trigger.OnRequest(List.of(), new Frequency.Always());
        }
        if (words.take("on connect")) {
            return new Trigger.OnConnect(frequency(words));
        }
        if (words.take("after")) {
            return new Trigger.After(time(words));
        }
        List<Condition> conditions = conditions(words);
        if (conditions.isEmpty() && words.take("every")) {
            return words.isTime() ? new Trigger.Every(time(words)) : new Trigger.OnRequest(conditions, everyNth(words));
        }
        Frequency frequency = frequency(words);
        if (conditions.isEmpty() && frequency instanceof Frequency.Always) {
            throw words.refusal("'" + words.peek() + "' is no condition; " + ALLOWED);
        }
        return new Trigger.OnRequest(conditions, frequency);
    }

    private static long time(RuleWords words) {
        if (!words.isTime()) {
            throw words.refusal("'" + words.next("time") + "' is no time; write a number and its unit, as 30 s");
        }
        return words.time("time", 1, LONGEST_MILLIS);
    }

    private List<Condition> conditions(RuleWords words) {
        List<Condition> conditions = new ArrayList<>();
        boolean mti = false;
        boolean amount = false;
        while (true) {
            if (!mti && words.take("mti")) {
                mti = true;
                conditions.add(mti(words));
            } else if (!amount && words.take("amount")) {
                amount = true;
                conditions.add(amount(words));
            } else if (words.take("de")) {
                conditions.add(element(words));
            } else if (words.take("bytes")) {
                conditions.add(ByteWords.condition(words));
            } else {
                return conditions;
            }
        }
    }

    private Frequency frequency(RuleWords words) {
        if (words.take("every")) {
            return everyNth(words);
        }
        if (words.take("share")) {
            return new Frequency.Share(words.percent("share"));
        }
        return new Frequency.Always();
    }

    private static Frequency everyNth(RuleWords words) {
        return new Frequency.EveryNth(words.number("count", 1, LARGEST_COUNT));
    }

    private Condition mti(RuleWords words) {
        requirePackager(words, "mti");
        try {
            return new Condition.MtiIn(MtiPatterns.parse(words.list("message type")));
        } catch (IllegalArgumentException e) {
            throw e instanceof RuleRefusal ? e : words.refusal(e.getMessage());
        }
    }

    private Condition amount(RuleWords words) {
        requireElement(words, "amount", AMOUNT);
        long[] range = words.range("amount", LARGEST_AMOUNT);
        return new Condition.AmountIn(range[0], range[1]);
    }

    private Condition element(RuleWords words) {
        requirePackager(words, "de");
        ElementPath path;
        try {
            path = ElementPath.parse(words.next("data element"));
        } catch (IllegalArgumentException e) {
            throw words.refusal(e.getMessage());
        }
        requireElement(words, "de", path.element());
        return new Condition.ElementIs(path, words.next("value"));
    }

    private void requireElement(RuleWords words, String condition, int element) {
        if (!requirePackager(words, condition).defines(element)) {
            throw words.refusal("'" + condition + "' needs DE " + element + ", which packager "
                    + packager.orElseThrow().name() + " does not define");
        }
    }

    private IsoPackager requirePackager(RuleWords words, String condition) {
        return packager.orElseThrow(() -> words.refusal("'" + condition
                + "' needs a packager, and the host has none; allowed are bytes, every, share, always, on connect,"
                + " after 30 s, every 60 s"));
    }
}
