package io.github.isostress.health;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The figures of all labels. Memory is bounded, whatever labels and codes come. Thread-safe. */
final class FiguresByLabel {
    /** Codes of all labels together, each with a histogram of 188 KB. */
    private static final int MOST_CODES = 64;

    private static final int MOST_TOLD = 20;

    private static final Comparator<Counted> MOST_FIRST = Comparator.comparing(
                    (Counted each) -> each.label().equals(LabelFigures.FURTHER_LABELS))
            .thenComparing(each -> -each.count())
            .thenComparing(Counted::label);

    private final Allowance labels = new Allowance(MOST_CODES);
    private final Allowance codes = new Allowance(MOST_CODES);
    private final Map<String, LabelFigures> byLabel = new ConcurrentHashMap<>();

    LabelFigures of(String label) {
        return labels.valueIn(byLabel, label, LabelFigures.FURTHER_LABELS, this::none);
    }

    private LabelFigures none() {
        return new LabelFigures(codes);
    }

    /** A label with its count at one moment: others may be added to while labels are put in order. */
    private record Counted(String label, LabelFigures figures, long count) {}

    private Stream<Counted> mostFirst() {
        return byLabel.entrySet().stream()
                .map(each -> new Counted(
                        each.getKey(), each.getValue(), each.getValue().count()))
                .sorted(MOST_FIRST);
    }

    /** Of each label, those that have most samples first, and then the further ones in one. */
    Map<String, LabelFigures> each() {
        Map<String, LabelFigures> each = new LinkedHashMap<>();
        mostFirst().forEach(counted -> each.put(counted.label(), counted.figures()));
        return each;
    }

    /** As {@link #each}, of so many labels as may have a line each. */
    Map<String, LabelFigures> told() {
        Map<String, LabelFigures> told = new LinkedHashMap<>();
        mostFirst().forEach(counted -> {
            String label = told.size() < MOST_TOLD ? counted.label() : LabelFigures.FURTHER_LABELS;
            told.computeIfAbsent(label, absent -> sum()).add(counted.figures());
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
