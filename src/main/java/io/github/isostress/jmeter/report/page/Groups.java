package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.Allowance;
import io.github.isostress.health.Result;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The figures of samples by something that they have in common. Memory is bounded, whatever comes. Used by one thread. */
final class Groups {
    private static final int MOST = 60;
    private static final String FURTHER = "further ones";

    private final Allowance names = new Allowance(MOST);
    private final Map<String, RequestFigures> byName = new HashMap<>();

    /** Adds a sample to its group; to none if the name is empty. */
    void add(String name, Result result, long micros) {
        if (!name.isEmpty()) {
            names.valueIn(byName, name, FURTHER, RequestFigures::new).add(result, micros);
        }
    }

    /**
     * The groups, the largest first.
     *
     * @param meaning of a name; empty if it has none
     */
    void tell(ArrayNode groups, Function<String, Optional<String>> meaning) {
        byName.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, RequestFigures> each) ->
                                -each.getValue().count())
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> {
                    ObjectNode group = groups.addObject().put("name", each.getKey());
                    meaning.apply(each.getKey()).ifPresent(words -> group.put("meaning", words));
                    each.getValue().tell(group);
                });
    }
}
