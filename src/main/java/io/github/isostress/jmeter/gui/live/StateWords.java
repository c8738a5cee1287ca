package io.github.isostress.jmeter.gui.live;

import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.live.LiveState;
import io.github.isostress.words.Plural;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;

/** Says in a few sentences how a run stands. */
final class StateWords {
    private static final String KEY = "results.state.";
    private static final int MOST_REASONS = 2;
    private static final int SECONDS_IN_A_MINUTE = 60;
    private static final int MINUTES_IN_AN_HOUR = 60;

    private StateWords() {}

    static String of(Optional<LiveState> state) {
        return state.map(StateWords::of).orElse(PanelLabels.get(KEY + "none"));
    }

    /** A verdict, with its worst reasons in a line each. */
    static String of(RunVerdict verdict) {
        List<String> lines = verdict.lines();
        String words = String.join("\n", lines.subList(0, Math.min(MOST_REASONS, lines.size())));
        return lines.size() <= MOST_REASONS ? words : words + "\n" + say("more", lines.size() - MOST_REASONS);
    }

    private static String of(LiveState state) {
        LiveView view = state.view();
        StringBuilder words = new StringBuilder(say(
                state.goesOn() ? "runs" : "ended", duration(view.sinceStart().seconds())));
        words.append('\n')
                .append(say(
                        "connections",
                        Plural.grouped(view.opened(), "connection"),
                        LiveNumbers.whole(view.notOpened()),
                        LiveNumbers.whole(view.lost())));
        if (view.notSent() > 0) {
            words.append(' ').append(say("notSent", Plural.grouped(view.notSent(), "request")));
        }
        if (state.isRemote()) {
            words.append(' ').append(say("remote"));
        }
        if (!state.hasMicroseconds()) {
            words.append(' ').append(say("milliseconds"));
        }
        return words.toString();
    }

    private static String say(String key, Object... values) {
        return MessageFormat.format(PanelLabels.get(KEY + key), values);
    }

    private static String duration(double seconds) {
        long whole = (long) seconds;
        long minutes = whole / SECONDS_IN_A_MINUTE;
        return minutes < MINUTES_IN_AN_HOUR
                ? "%d:%02d".formatted(minutes, whole % SECONDS_IN_A_MINUTE)
                : "%d:%02d:%02d"
                        .formatted(
                                minutes / MINUTES_IN_AN_HOUR,
                                minutes % MINUTES_IN_AN_HOUR,
                                whole % SECONDS_IN_A_MINUTE);
    }
}
