package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.rehearsal.HostCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each word of the rules language with examples and an explanation. */
final class RulesHelp {
    private static final String PREFIX = "host.help.";

    private RulesHelp() {}

    /**
     * A word of the language.
     *
     * @param word how a condition or behaviour begins
     * @param examples as they may be written; at least one
     * @param explanation what it does, in a sentence
     */
    record Entry(String word, List<String> examples, String explanation) {
        /** Finds it in a line; where the word has a time, any time. */
        private Matcher in(String line) {
            String anyTime = word.replaceAll("\\d+ s\\b", "\\\\d+ ?(ms|s|min)\\\\b");
            return Pattern.compile("(?<![^\\s,:])" + anyTime + "(?![^\\s,:])", Pattern.CASE_INSENSITIVE)
                    .matcher(line);
        }
    }

    /** What may stand before the colon. */
    static List<Entry> conditions() {
        return entries("condition.", HostCheck.conditionWords());
    }

    /** What may stand behind the colon. */
    static List<Entry> behaviours() {
        return entries("behaviour.", HostCheck.behaviourWords());
    }

    private static List<Entry> entries(String part, List<String> words) {
        return words.stream()
                .map(word -> {
                    String key = PREFIX + part + word.replace(' ', '_');
                    return new Entry(
                            word,
                            List.of(PanelLabels.get(key + ".examples").split("\\s*\\|\\s*")),
                            PanelLabels.get(key));
                })
                .toList();
    }

    private record Found(int at, Entry entry) {}

    /** What a line of rules says, word by word; blank if it holds no word of the language. */
    static String explain(String line) {
        String rule = line.replaceFirst("#.*", "");
        int colon = rule.indexOf(':');
        List<Found> found = new ArrayList<>();
        find(conditions(), rule.substring(0, Math.max(colon, 0)), 0, found);
        find(behaviours(), colon < 0 ? "" : rule.substring(colon), colon, found);
        return found.stream()
                .sorted(Comparator.comparingInt(Found::at))
                .map(each -> each.entry().word() + ": " + each.entry().explanation())
                .collect(Collectors.joining("\n"));
    }

    /** The longer word counts where a shorter one begins it, as in "garbage without frame". */
    private static void find(List<Entry> entries, String part, int offset, List<Found> found) {
        String rest = part;
        List<Entry> longestFirst = entries.stream()
                .sorted(Comparator.comparingInt((Entry entry) -> -entry.word().length()))
                .toList();
        for (Entry entry : longestFirst) {
            Matcher matcher = entry.in(rest);
            if (matcher.find()) {
                found.add(new Found(offset + matcher.start(), entry));
                rest = rest.substring(0, matcher.start())
                        + " ".repeat(matcher.end() - matcher.start())
                        + rest.substring(matcher.end());
            }
        }
    }

    /** All entries, conditions first. */
    static Stream<Entry> all() {
        return Stream.concat(conditions().stream(), behaviours().stream());
    }
}
