package io.github.isostress.jmeter.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What JMeter gave an old sampler: its connection, the fields of the components round it, and what computed some of
 * them. Immutable.
 */
final class SamplerScope {
    private final PlanNode sampler;
    private final List<PlanNode> nearestFirst;
    private final List<PlanNode> outermostFirst;
    private final List<OldField> own;

    SamplerScope(PlanNode sampler) {
        this.sampler = sampler;
        List<List<PlanNode>> levels = new ArrayList<>(sampler.levels());
        this.nearestFirst = levels.stream().flatMap(Collection::stream).toList();
        Collections.reverse(levels);
        this.outermostFirst = levels.stream().flatMap(Collection::stream).toList();
        this.own = OldField.of(sampler);
    }

    PlanNode sampler() {
        return sampler;
    }

    /** All elements that JMeter applied to it, the nearest first. */
    List<PlanNode> elements() {
        return nearestFirst;
    }

    /** The fields of its own table. */
    List<OldField> ownFields() {
        return own;
    }

    /** The connection it used: the one it refers to, or else the nearest; empty if there is none. */
    Optional<PlanNode> config() {
        String reference = sampler.text(OldPlugin.Sampler.REFERENCE);
        return configs().stream()
                .filter(config -> reference.isEmpty()
                        || config.text(OldPlugin.Config.IDENTIFIER).equals(reference))
                .findFirst();
    }

    /** Whether another connection is nearer than the one it used. */
    boolean passesOverAConnection() {
        return config().isPresent() && configs().get(0) != config().get();
    }

    private List<PlanNode> configs() {
        return nearestFirst.stream()
                .filter(node -> node.type().equals(OldPlugin.CONFIG))
                .toList();
    }

    /** The components that gave it fields, the nearest first. */
    List<PlanNode> components() {
        return nearestFirst.stream().filter(OldPlugin::isComponent).toList();
    }

    /** The pre-processors that computed fields, in the order in which they ran. */
    List<PlanNode> cryptos() {
        return outermostFirst.stream()
                .filter(node -> node.type().equals(OldPlugin.CRYPTO))
                .toList();
    }

    /** The fields that its message had, by number as it is written: its own, then those of the nearest component. */
    Map<String, OldField> fields() {
        Map<String, OldField> fields = new LinkedHashMap<>();
        own.forEach(field -> fields.put(field.id(), field));
        for (PlanNode component : components()) {
            OldField.of(component).forEach(field -> fields.putIfAbsent(field.id(), field));
        }
        return fields;
    }

    /** The MTI of its messages; empty if it is evaluated in the run, or not there. */
    String mti() {
        OldField mti = fields().get("0");
        return mti == null || mti.isEvaluated() ? "" : mti.content().strip();
    }
}
