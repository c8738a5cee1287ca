package io.github.isostress.jmeter.setting;

import java.util.Arrays;
import java.util.List;

/** Which part of the work a reply does. Between the parts there is room for JMeter's controllers, timers and scripts. */
public enum ReplyAction {
    TAKE_AND_ANSWER("take and answer"),
    /** Waits for a request and leaves it to a later sampler. */
    TAKE("take"),
    /** Answers the request that was taken before. */
    ANSWER("answer");

    private final String words;

    ReplyAction(String words) {
        this.words = words;
    }

    public boolean takes() {
        return this != ANSWER;
    }

    public boolean answers() {
        return this != TAKE;
    }

    /** All of them as they are written in a plan, the default first. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(action -> action.words).toList();
    }

    static ReplyAction of(String words) {
        return Arrays.stream(values())
                .filter(action -> action.words.equals(words))
                .findFirst()
                .orElseThrow();
    }
}
