package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.ElementSpans.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of a plan's tree, with what stands below it in the tree. */
final class PlanNode {
    private final Element element;
    private final Span span;
    private final PlanNode parent;
    private final List<PlanNode> children = new ArrayList<>();
    private Span treeSpan;

    private PlanNode(Element element, Span span, PlanNode parent) {
        this.element = element;
        this.span = span;
        this.parent = parent;
    }

    /** The tree of a plan, below a node that stands for the file. */
    static PlanNode treeOf(JmxText plan) {
        PlanNode root = new PlanNode(plan.root(), plan.spans().get(plan.root()), null);
        elements(plan.root()).filter(PlanNode::isTree).forEach(tree -> root.addAll(tree, plan));
        return root;
    }

    private static boolean isTree(Element element) {
        return element.getTagName().equals("hashTree");
    }

    private void addAll(Element tree, JmxText plan) {
        treeSpan = plan.spans().get(tree);
        for (Element each : elements(tree).toList()) {
            if (!isTree(each)) {
                children.add(new PlanNode(each, plan.spans().get(each), this));
            } else if (!children.isEmpty()) {
                children.get(children.size() - 1).addAll(each, plan);
            }
        }
    }

    private static Stream<Element> elements(Element parent) {
        Stream.Builder<Element> found = Stream.builder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element each) {
                found.add(each);
            }
        }
        return found.build();
    }

    /** This node and all below it, in the order of the file. */
    Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::all));
    }

    /** The enabled elements that JMeter applies to a sampler that stands here, level by level, the nearest first. */
    List<List<PlanNode>> levels() {
        List<List<PlanNode>> found = new ArrayList<>();
        for (PlanNode level = this; level != null; level = level.parent) {
            found.add(level.children.stream().filter(PlanNode::isEnabled).toList());
        }
        return found;
    }

    /** The class of the element, as the file has it. */
    String type() {
        return element.getTagName();
    }

    Span span() {
        return span;
    }

    /** Where the tree below it stands; empty if the file has none. */
    Optional<Span> treeSpan() {
        return Optional.ofNullable(treeSpan);
    }

    String name() {
        return element.getAttribute("testname");
    }

    boolean isEnabled() {
        return !element.getAttribute("enabled").equals("false");
    }

    /** The names from the test plan down to this element. */
    String path() {
        return parent == null || parent.parent == null ? name() : parent.path() + " > " + name();
    }

    /** A property's text, as it is written; empty if the element does not have the property. */
    Optional<String> property(String name) {
        return property(element, name);
    }

    private static Optional<String> property(Element element, String name) {
        return elements(element)
                .filter(each -> each.getAttribute("name").equals(name))
                .findFirst()
                .map(Element::getTextContent);
    }

    /** A property's text without outer blanks; blank if the element does not have the property. */
    String text(String name) {
        return property(name).orElse("").strip();
    }

    /** The rows of a table: each an element of its own, in the old plugin's form. */
    List<Row> rows(String table) {
        return elements(element)
                .filter(each -> each.getAttribute("name").equals(table))
                .flatMap(PlanNode::elements)
                .map(Row::new)
                .collect(Collectors.toList());
    }

    /** A row of a table. */
    record Row(Element element) {
        /** What the first column says. */
        String name() {
            return Stream.of(
                            element.getAttribute("testname"),
                            property("TestElement.name"),
                            element.getAttribute("name"))
                    .filter(name -> !name.isBlank())
                    .findFirst()
                    .orElse("")
                    .strip();
        }

        String property(String name) {
            return PlanNode.property(element, name).orElse("");
        }
    }
}
