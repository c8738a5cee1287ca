package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.jmeter.sample.MeasuredTime.What;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.describe.MessageDescriber;
import java.util.Arrays;
import java.util.List;

/** How much of an exchange its sample tells, always masked. A failure is explained in any case. */
public enum ResponseDetail {
    /** As {@link #FULL} where something in the plan reads it, else as {@link #FAILURES_ONLY}. */
    WHEN_READ("when read") {
        @Override
        public ResponseDetail where(boolean read) {
            return read ? FULL : FAILURES_ONLY;
        }

        @Override
        SampleTexts of(MessageDescriber describer, Outcome outcome, Verdict verdict, What measured) {
            return FULL.of(describer, outcome, verdict, measured);
        }
    },
    /** Elements in words, and bytes, of request and response. */
    FULL("full") {
        @Override
        SampleTexts of(MessageDescriber describer, Outcome outcome, Verdict verdict, What measured) {
            return ExchangeWriter.inWords(describer, outcome, verdict, measured);
        }
    },
    /** As {@link #FULL} of an exchange that failed, nothing of any other. */
    FAILURES_ONLY("failures only") {
        @Override
        SampleTexts of(MessageDescriber describer, Outcome outcome, Verdict verdict, What measured) {
            return verdict.successful()
                    ? SampleTexts.EMPTY
                    : ExchangeWriter.inWords(describer, outcome, verdict, measured);
        }
    },
    /** The bytes of request and response alone. */
    RAW("raw") {
        @Override
        SampleTexts of(MessageDescriber describer, Outcome outcome, Verdict verdict, What measured) {
            return ExchangeWriter.bytesAlone(describer, outcome, verdict, measured);
        }
    };

    private static final ResponseDetail[] ALL = values();

    private final String words;

    ResponseDetail(String words) {
        this.words = words;
    }

    /** What is told where something in the plan reads the samples, or where nothing does. */
    public ResponseDetail where(boolean read) {
        return this;
    }

    abstract SampleTexts of(MessageDescriber describer, Outcome outcome, Verdict verdict, What measured);

    /** As it is written in a plan. */
    public String words() {
        return words;
    }

    /** All of them as they are written in a plan, the default first. */
    public static List<String> allWords() {
        return Arrays.stream(ALL).map(ResponseDetail::words).toList();
    }

    /**
     * The one that a plan names.
     *
     * @param words one of {@link #allWords}
     */
    public static ResponseDetail of(String words) {
        return Arrays.stream(ALL)
                .filter(detail -> detail.words.equals(words))
                .findFirst()
                .orElseThrow();
    }
}
