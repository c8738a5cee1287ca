package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.migration.ElementSpans.Span;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts our elements in the place of the old plugin's. For one plan. */
final class PlanMigration {
    private static final String INCLUDED = "IncludeController";
    private static final String STEP = "  ";

    private final JmxText plan;
    private final List<PlanNode> nodes;
    private final MigrationRemarks remarks = new MigrationRemarks();
    private final PlanEdits edits;
    private final Map<String, Integer> converted = new TreeMap<>();

    private final Map<PlanNode, SamplerScope> samplers = new IdentityHashMap<>();
    private final Map<PlanNode, CryptoKeys> keys = new IdentityHashMap<>();
    private final OldConnections connections;
    private final PlanTemplates templates;

    /**
     * @throws IllegalArgumentException with one sentence if the plan has no element of the old plugin
     */
    PlanMigration(JmxText plan, PlanFiles files) {
        this.plan = plan;
        this.edits = new PlanEdits(plan.text());
        this.nodes = PlanNode.treeOf(plan).all().skip(1).toList();
        if (nodes.stream().noneMatch(OldPlugin::has)) {
            throw new IllegalArgumentException("the plan has no element of the plugin jmeter-iso8583");
        }
        List<SamplerScope> scopes =
                all(OldPlugin.SAMPLER).stream().map(SamplerScope::new).toList();
        scopes.forEach(scope -> samplers.put(scope.sampler(), scope));
        List<PlanNode> cryptos = all(OldPlugin.CRYPTO);
        for (int i = 0; i < cryptos.size(); i++) {
            keys.put(cryptos.get(i), new CryptoKeys(cryptos.get(i), i == 0 ? "" : "_" + (i + 1)));
        }
        connections = new OldConnections(all(OldPlugin.CONFIG), scopes, files, remarks);
        List<PlanNode> components =
                nodes.stream().filter(OldPlugin::isComponent).toList();
        templates =
                new PlanTemplates(components, scopes, connections, new RequestLines(keys, scopes, remarks), remarks);
    }

    private List<PlanNode> all(String type) {
        return nodes.stream().filter(node -> node.type().equals(type)).toList();
    }

    /** The new plan's text. Called once. */
    String text() {
        nodes.forEach(this::migrate);
        samplers.values().stream()
                .flatMap(scope -> scope.elements().stream())
                .distinct()
                .forEach(node -> ResultReaders.remarkOn(node, remarks));
        return edits.result();
    }

    /** What became of the plan, once its text has been made. */
    MigrationReport report() {
        return new MigrationReport(converted, remarks.all());
    }

    private void migrate(PlanNode node) {
        if (!OldPlugin.has(node)) {
            migrateOther(node);
        } else if (samplers.containsKey(node)) {
            migrateSampler(samplers.get(node));
        } else if (OldPlugin.isComponent(node)) {
            String lines = templates.of(node).text();
            put(
                    node,
                    "ISO 8583 Message Defaults",
                    NewElement.inPlaceOf(node, Iso8583MessageDefaults.class)
                            .with(Iso8583MessageDefaultsSchema.INSTANCE.lines, lines));
        } else if (node.type().equals(OldPlugin.CONFIG)) {
            NewElement connection = connections.inPlaceOf(node);
            put(node, connection.label(), connection);
        } else if (keys.containsKey(node)) {
            put(node, "ISO 8583 Keys", keys.get(node).element());
        } else {
            remarks.missing(
                    node,
                    "",
                    "an element " + OldPlugin.shortType(node) + " is not known; a Simple Controller "
                            + "that is disabled is in its place");
            put(node, "Simple Controller", NewElement.simpleController(node.name()));
        }
    }

    private void migrateSampler(SamplerScope scope) {
        SamplerMigration migration = new SamplerMigration(scope, remarks);
        PlanNode sampler = scope.sampler();
        List<NewElement> below = new ArrayList<>();
        connections.ownOf(scope).ifPresent(below::add);
        migration.assertion().ifPresent(below::add);
        put(sampler, "ISO 8583 Request", migration.request(templates.of(sampler).text()));
        if (!below.isEmpty()) {
            putBelow(sampler, below);
        }
    }

    private void put(PlanNode node, String kind, NewElement element) {
        converted.merge(OldPlugin.shortType(node) + " to " + kind, 1, Integer::sum);
        String xml = element.xml(edits.indent(node.span().start()), plan.lineEnd());
        remarkOnFunctions(node, xml);
        edits.replace(node.span().start(), node.span().end(), xml);
    }

    /** Adds elements to the tree below one that is replaced. */
    private void putBelow(PlanNode node, List<NewElement> elements) {
        String indent = edits.indent(node.span().start());
        String added = elements.stream()
                .map(element -> plan.lineEnd() + indent + STEP + element.xml(indent + STEP, plan.lineEnd())
                        + plan.lineEnd() + indent + STEP + "<hashTree/>")
                .collect(Collectors.joining());
        Span tree = node.treeSpan().orElse(null);
        if (tree != null && !tree.isClosedByItsStartTag()) {
            edits.insert(tree.contentStart(), added);
            return;
        }
        String whole = "<hashTree>" + added + plan.lineEnd() + indent + "</hashTree>";
        if (tree == null) {
            edits.replace(node.span().end(), node.span().end(), plan.lineEnd() + indent + whole);
        } else {
            edits.replace(tree.start(), tree.end(), whole);
        }
    }

    private void migrateOther(PlanNode node) {
        if (node.type().equals(INCLUDED)) {
            remarks.missing(node, "", "the plan that it includes is another file: convert that one, too");
        }
        String before = plan.text().substring(node.span().start(), node.span().end());
        String after = OldFunctions.rewritten(before);
        remarkOnFunctions(node, after);
        if (!after.equals(before)) {
            edits.replace(node.span().start(), node.span().end(), after);
        }
    }

    private void remarkOnFunctions(PlanNode node, String text) {
        OldFunctions.unknownIn(text)
                .forEach(name -> remarks.missing(node, "", "the function " + name + " has no counterpart"));
    }
}
