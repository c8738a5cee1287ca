package io.github.isostress.health;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The figures of all labels. Memory is bounded, whatever labels and codes come. Thread-safe. */
final class FiguresByLabel {
    /** Stands for all labels that come when no more are told apart. */
    static final String FURTHER_LABELS = "further labels";

    /** Codes of all labels together, each with a histogram of 188 KB. */
    private static final int MOST_CODES = 64;

    private static final int MOST_TOLD = 20;

    private static final Comparator<Map.Entry<String, LabelFigures>> MOST_FREQUENT_FIRST = Comparator.comparing(
                    (Map.Entry<String, LabelFigures> each) -> each.getKey().equals(FURTHER_LABELS))
            .thenComparing(each -> -each.getValue().count())
            .thenComparing(Map.Entry::getKey);

    private final Allowance labels = new Allowance(MOST_CODES);
    private final Allowance codes = new Allowance(MOST_CODES);
    private final Map<String, LabelFigures> byLabel = new ConcurrentHashMap<>();

    LabelFigures of(String label) {
        return labels.valueIn(byLabel, label, FURTHER_LABELS, this::none);
    }

    private LabelFigures none() {
        return new LabelFigures(codes);
    }

    /** By label, those that have most samples first, and then the further ones in one. */
    Map<String, LabelFigures> told() {
        Map<String, LabelFigures> told = new LinkedHashMap<>();
        byLabel.entrySet().stream().sorted(MOST_FREQUENT_FIRST).forEach(each -> {
            String label = told.size() < MOST_TOLD ? each.getKey() : FURTHER_LABELS;
            told.computeIfAbsent(label, absent -> sum()).add(each.getValue());
        });
        return told;
    }

    /** Those of all labels. */
    LabelFigures all() {
        LabelFigures all = sum();
        byLabel.values().forEach(all::add);
        return all;
    }

    private static LabelFigures sum() {
        return new LabelFigures(new Allowance(Integer.MAX_VALUE));
    }

    long count() {
        return byLabel.values().stream().mapToLong(LabelFigures::count).sum();
    }
}
