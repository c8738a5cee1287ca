package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.MigrationRemark.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a user has to know of a plan, each thing once. */
final class MigrationRemarks {
    private final Map<MigrationRemark, Integer> placeByRemark = new LinkedHashMap<>();

    /** Something of an element is not in the new plan. */
    void missing(PlanNode node, String property, String sentence) {
        add(node, new MigrationRemark(Kind.MISSING, node.path(), property, sentence));
    }

    /** Something of an element means something else in the new plan. */
    void different(PlanNode node, String property, String sentence) {
        add(node, new MigrationRemark(Kind.DIFFERENT, node.path(), property, sentence));
    }

    private void add(PlanNode node, MigrationRemark remark) {
        placeByRemark.putIfAbsent(remark, node.span().start());
    }

    /** In the order of the plan. */
    List<MigrationRemark> all() {
        return placeByRemark.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
