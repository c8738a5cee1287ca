package io.github.isostress.jmeter.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order the tagged parts of an element were sent, and are. The old plugin sent them by their numbers, wherever
 * they stood; of ours, inherited ones come first. Stateless.
 */
final class PartOrder {
    private PartOrder() {}

    /** The elements whose parts the request of some sampler would send in another order. */
    static Set<String> changed(List<SamplerScope> samplers) {
        return samplers.stream()
                .flatMap(scope -> byHolder(scope).entrySet().stream().filter(parts -> !isKept(scope, parts.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The tagged parts of a sampler's message by what holds them, in the order in which they were sent. */
    static Map<String, List<OldField>> byHolder(SamplerScope scope) {
        return scope.fields().values().stream()
                .filter(OldField::isPart)
                .sorted(Comparator.comparingInt(OldField::number))
                .collect(Collectors.groupingBy(OldField::holder));
    }

    private static boolean isKept(SamplerScope scope, List<OldField> parts) {
        Set<String> before = paths(parts);
        List<PlanNode> outermostFirst = new ArrayList<>(scope.components());
        Collections.reverse(outermostFirst);
        Set<String> now = new LinkedHashSet<>();
        outermostFirst.forEach(component -> now.addAll(inOrder(OldField.of(component))));
        now.addAll(inOrder(scope.ownFields()));
        now.retainAll(before);
        return List.copyOf(now).equals(List.copyOf(before));
    }

    private static Set<String> inOrder(List<OldField> table) {
        return paths(table.stream()
                .filter(OldField::isPart)
                .sorted(Comparator.comparingInt(OldField::number))
                .toList());
    }

    private static Set<String> paths(List<OldField> parts) {
        Set<String> paths = new LinkedHashSet<>();
        parts.forEach(part -> part.path().ifPresent(paths::add));
        return paths;
    }
}
