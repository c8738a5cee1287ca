package io.github.isostress.jmeter.migration;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateSource;
import io.github.isostress.message.value.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The templates of a new plan: of its requests, and of the defaults that they inherit. For one plan. */
final class PlanTemplates {
    private final Map<PlanNode, TemplateLines> lines = new IdentityHashMap<>();
    private final OldConnections connections;
    private final MigrationRemarks remarks;

    /**
     * Makes all templates, and checks those whose packager can be read.
     *
     * @param requestLines makes those of requests
     */
    PlanTemplates(
            List<PlanNode> components,
            List<SamplerScope> samplers,
            OldConnections connections,
            RequestLines requestLines,
            MigrationRemarks remarks) {
        this.connections = connections;
        this.remarks = remarks;
        for (PlanNode component : components) {
            lines.put(component, linesOf(component, requestLines));
        }
        samplers.forEach(scope -> lines.put(scope.sampler(), requestLines.of(scope, connections.packagerOf(scope))));
        leaveClearBlocksToRequests(samplers);
        samplers.forEach(this::check);
    }

    /** The lines of a sampler or component. */
    TemplateLines of(PlanNode node) {
        return lines.get(node);
    }

    private TemplateLines linesOf(PlanNode component, RequestLines requestLines) {
        List<OldField> rows = firstOfEach(component);
        TemplateLines own = new TemplateLines(component, remarks)
                .addRows(rows.stream()
                        .filter(field -> !requestLines.isInEachRequest(field))
                        .toList());
        rows.stream()
                .filter(requestLines::isInEachRequest)
                .map(OldField::holder)
                .distinct()
                .forEach(holder -> own.note("The tags of element " + holder
                        + " are in each request, in the order in which they were sent."));
        return own;
    }

    /** A component's rows; of rows with one number it gave the first. */
    private static List<OldField> firstOfEach(PlanNode component) {
        Set<String> seen = new HashSet<>();
        return OldField.of(component).stream()
                .filter(field -> seen.add(field.id()))
                .toList();
    }

    /** Takes calls that make a clear PIN block out of components, if each request that inherits them computes its own. */
    private void leaveClearBlocksToRequests(List<SamplerScope> samplers) {
        Set<OldField> computed = new HashSet<>();
        Set<OldField> inherited = new HashSet<>();
        for (SamplerScope scope : samplers) {
            scope.fields().values().stream()
                    .filter(field -> field.owner() != scope.sampler())
                    .filter(field -> field.content().contains(OldFunctions.PIN_BLOCK)
                            && field.path().isPresent())
                    .forEach(field -> (of(scope.sampler()).has(field.path().get()) ? computed : inherited).add(field));
        }
        computed.removeAll(inherited);
        computed.forEach(field -> {
            String path = field.path().orElseThrow();
            of(field.owner()).replaceByNote(path, path + " is computed in each request.");
        });
    }

    private void check(SamplerScope scope) {
        Optional<IsoPackager> packager = connections.packagerOf(scope);
        if (packager.isEmpty()) {
            return;
        }
        List<TemplateSource> sources = new ArrayList<>();
        sources.add(source(scope.sampler()));
        scope.components().forEach(component -> sources.add(source(component)));
        MessageTemplate.problems(sources, packager, PlanTemplates::expression, RequestCheck.READ_BACK)
                .forEach(problem -> remarks.missing(
                        scope.sampler(),
                        OldPlugin.Sampler.FIELDS,
                        "the packager refuses the template: " + problem.sentence()));
    }

    private TemplateSource source(PlanNode node) {
        return new TemplateSource(node.name(), of(node).text());
    }

    /** What only the run evaluates is taken for a value that may be anything. */
    private static Expression expression(String text) {
        if (!text.contains("${")) {
            return Expression.constant(text);
        }
        return new Expression() {
            @Override
            public boolean isConstant() {
                return false;
            }

            @Override
            public String evaluate() {
                return text;
            }
        };
    }
}
