package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.HostCounts;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a panel says of a host that runs. Stateless. */
final class HostStateWords {
    private static final String PREFIX = "host.live.";

    private HostStateWords() {}

    /** Where it is, what it counts, and what went wrong: a sentence a line. */
    static String of(RunningHost host) {
        HostCounts counts = host.counts();
        List<String> lines = new ArrayList<>();
        lines.add(label(
                host.isRehearsal() ? "rehearsal" : "run",
                host.whereabouts(),
                counts.open(),
                counts.connections(),
                counts.refusedHandshakes(),
                counts.received(),
                counts.answered()));
        add(lines, "hungUp", counts.hangUps());
        add(lines, "unfinished", counts.unfinished());
        counts.troubles().forEach(sentence -> add(lines, "trouble", sentence));
        add(lines, "refused", counts.refusals());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String label, String words) {
        if (!words.isEmpty()) {
            lines.add(label(label, words));
        }
    }

    /** Which rehearsals run besides. */
    static String ofOthers(List<RunningHost> others) {
        return label(
                "others",
                others.stream()
                        .map(host -> "'" + host.name() + "' " + host.place())
                        .collect(Collectors.joining(", ")));
    }

    private static String label(String key, Object... values) {
        return MessageFormat.format(PanelLabels.get(PREFIX + key), values);
    }
}
