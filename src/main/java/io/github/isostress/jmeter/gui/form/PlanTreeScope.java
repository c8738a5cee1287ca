package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.PlanHosts.PlanHost;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.rehearsal.CsvFirstRow;
import io.github.isostress.jmeter.rehearsal.KnownVariable;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.tree.TreeNode;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;

/**
 * What the plan in JMeter's tree gives an element, as JMeter's TestCompiler would find it: the element's own children
 * come first, then at each level up to the test plan the children of the element's ancestor. On one level the first of
 * the tree's order comes first, and the first connection that a request is handed is the one it takes. What is disabled
 * is left out, and so is all below it. Controllers that include or call other parts of a plan are not followed.
 *
 * <p>Made on the event thread; {@link #resolve} belongs off it.
 *
 * @param connection a copy of the nearest connection
 * @param defaults copies of the message defaults that the element inherits, the nearest first; those of message
 *     defaults are the ones farther away
 * @param keys copies of the keys in scope, the nearest first; those of keys are the ones farther away
 * @param variables those of the test plan, then of every User Defined Variables in the tree's order, whose values hold
 *     for all threads wherever the element stands; expressions as they were written
 * @param dataSets the CSV Data Sets in scope, the nearest last, since it overwrites the values of those before
 * @param written the variables that the plan's elements write while it runs, wherever they stand
 * @param hosts the plan's own embedded hosts that listen, wherever they stand
 */
public record PlanTreeScope(
        Optional<Iso8583Connection> connection,
        List<Iso8583MessageDefaults> defaults,
        List<Iso8583Keys> keys,
        Map<String, String> variables,
        List<CsvFirstRow> dataSets,
        List<KnownVariable> written,
        List<PlanHost> hosts) {
    /** The scope of an element outside any plan. */
    public static final PlanTreeScope NONE =
            new PlanTreeScope(Optional.empty(), List.of(), List.of(), Map.of(), List.of());

    /** A scope in a plan that writes no variables and has no embedded hosts. */
    public PlanTreeScope(
            Optional<Iso8583Connection> connection,
            List<Iso8583MessageDefaults> defaults,
            List<Iso8583Keys> keys,
            Map<String, String> variables,
            List<CsvFirstRow> dataSets) {
        this(connection, defaults, keys, variables, dataSets, List.of(), List.of());
    }

    /** The scope of an element of the plan that is open in JMeter; none if it is not in it. */
    public static PlanTreeScope of(TestElement element) {
        GuiPackage gui = GuiPackage.getInstance();
        JMeterTreeNode node = gui == null || element == null ? null : gui.getNodeOf(element);
        return node == null ? NONE : of(node);
    }

    /** The scope of a node. */
    public static PlanTreeScope of(JMeterTreeNode node) {
        List<TestElement> elements = nearestFirst(node);
        List<CsvFirstRow> dataSets = new ArrayList<>();
        for (TreeNode level = node; level != null; level = level.getParent()) {
            dataSets.addAll(
                    0,
                    enabledElements(level)
                            .filter(CSVDataSet.class::isInstance)
                            .map(CsvFirstRow::of)
                            .toList());
        }
        return new PlanTreeScope(
                copies(elements.stream(), Iso8583Connection.class).findFirst(),
                inherited(node.getTestElement(), elements).toList(),
                copies(farther(node.getTestElement(), Iso8583Keys.class, elements), Iso8583Keys.class)
                        .toList(),
                variables(node),
                List.copyOf(dataSets),
                WrittenVariables.of(testPlan(node)),
                PlanTreeHosts.of(testPlan(node)));
    }

    private static List<TestElement> nearestFirst(JMeterTreeNode node) {
        List<TestElement> elements = new ArrayList<>();
        for (TreeNode level = node; level != null; level = level.getParent()) {
            enabledElements(level).forEach(elements::add);
        }
        return elements;
    }

    private static Stream<TestElement> enabledElements(TreeNode parent) {
        return enabledChildren(parent).stream().map(JMeterTreeNode::getTestElement);
    }

    /** The defaults that a request inherits; for defaults those that it inherits after them. */
    private static Stream<Iso8583MessageDefaults> inherited(TestElement heir, List<TestElement> nearestFirst) {
        return copies(farther(heir, Iso8583MessageDefaults.class, nearestFirst), Iso8583MessageDefaults.class);
    }

    /** All elements; for one of this type those farther away than itself. */
    private static Stream<TestElement> farther(
            TestElement heir, Class<? extends TestElement> type, List<TestElement> nearestFirst) {
        Stream<TestElement> elements = nearestFirst.stream();
        return type.isInstance(heir)
                ? elements.dropWhile(element -> element != heir).skip(1)
                : elements;
    }

    private static <T extends TestElement> Stream<T> copies(Stream<TestElement> elements, Class<T> type) {
        return elements.filter(type::isInstance).map(element -> type.cast(element.clone()));
    }

    private static Map<String, String> variables(JMeterTreeNode node) {
        Map<String, String> variables = new LinkedHashMap<>();
        collect(testPlan(node), variables);
        return Collections.unmodifiableMap(variables);
    }

    /** The model's root is a stand-in; the test plan is the node below it. */
    private static JMeterTreeNode testPlan(JMeterTreeNode node) {
        TreeNode[] path = node.getPath();
        return (JMeterTreeNode) path[Math.min(1, path.length - 1)];
    }

    private static void collect(JMeterTreeNode node, Map<String, String> variables) {
        if (node.getTestElement() instanceof TestPlan plan) {
            variables.putAll(plan.getUserDefinedVariables());
        } else if (node.getTestElement() instanceof Arguments arguments) {
            variables.putAll(arguments.getArgumentsAsMap());
        }
        enabledChildren(node).forEach(child -> collect(child, variables));
    }

    /** The connection of a node's element, as it stands in the tree; null if there is none in scope. */
    static Iso8583Connection nearestConnection(JMeterTreeNode node) {
        return nearestFirst(node).stream()
                .filter(Iso8583Connection.class::isInstance)
                .map(Iso8583Connection.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** The children that take part in a test. */
    static List<JMeterTreeNode> enabledChildren(TreeNode node) {
        return Collections.list(node.children()).stream()
                .map(JMeterTreeNode.class::cast)
                .filter(JMeterTreeNode::isEnabled)
                .toList();
    }

    /**
     * All variables that an expression can name, each once: those of the plan, columns of CSV Data Sets, and what elements
     * write. Blocks: it may read the first line of a file.
     */
    public List<KnownVariable> knownVariables() {
        Map<String, KnownVariable> known = new LinkedHashMap<>();
        Stream<KnownVariable> ofPlan =
                variables.keySet().stream().map(name -> new KnownVariable(name, PanelLabels.get("variable.ofPlan")));
        Stream<KnownVariable> columns = dataSets.stream()
                .flatMap(dataSet -> dataSet.names(variables).stream()
                        .map(name -> new KnownVariable(
                                name, MessageFormat.format(PanelLabels.get("variable.column"), dataSet.name()))));
        Stream.of(ofPlan, columns, written.stream())
                .flatMap(Function.identity())
                .forEach(variable -> known.putIfAbsent(variable.name(), variable));
        return List.copyOf(known.values());
    }

    /** The scope without what files hold. */
    public PlanScope withoutFiles() {
        return new PlanScope(connection, defaults, keys, variables, hosts);
    }

    /**
     * The scope with the first row of each CSV Data Set among its variables. Blocks: it reads the files.
     *
     * @throws IllegalArgumentException with one clear sentence if a file cannot be read
     */
    public PlanScope resolve() {
        Map<String, String> all = new LinkedHashMap<>(variables);
        dataSets.forEach(dataSet -> all.putAll(dataSet.values(variables)));
        return new PlanScope(connection, defaults, keys, all, hosts);
    }

    /** No value of a variable: it may be a password. */
    @Override
    public String toString() {
        return "the scope of " + variables.keySet();
    }
}
