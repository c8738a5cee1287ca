package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.rehearsal.KnownVariable;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.NullProperty;

/**
 * The variables that elements of a plan write while it runs: extractors, counters, requests that keep elements of their
 * answers. They are found by the properties in which JMeter's elements and ours name them. Stateless.
 */
final class WrittenVariables {
    /** Properties of JMeter 5.6 that name one variable, or several with semicolons between them. */
    private static final Set<String> NAMES = Set.of(
            "RegexExtractor.refname",
            "BoundaryExtractor.refname",
            "HtmlExtractor.refname",
            "XPathExtractor.refname",
            "XPathExtractor2.refname",
            "JSONPostProcessor.referenceNames",
            "JMESExtractor.referenceName",
            "CounterConfig.name",
            "ForeachController.returnVal",
            "variableName");

    /** Ours, in which each name stands behind an element and an equals sign. */
    private static final Set<String> ELEMENTS = Set.of(
            Iso8583FieldExtractorSchema.INSTANCE.variables.getName(),
            Iso8583RequestSchema.INSTANCE.variables.getName(),
            Iso8583ReplySchema.INSTANCE.variables.getName());

    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");
    private static final String REFERENCE = "${";

    private WrittenVariables() {}

    /** Those of a node's element and of all that takes part in a test below it, in the order of the tree. */
    static List<KnownVariable> of(JMeterTreeNode node) {
        List<KnownVariable> found = new ArrayList<>(ofElement(node.getTestElement()));
        PlanTreeScope.enabledChildren(node).forEach(child -> found.addAll(of(child)));
        return found;
    }

    private static List<KnownVariable> ofElement(TestElement element) {
        String origin = MessageFormat.format(PanelLabels.get("variable.written"), element.getName());
        return Stream.concat(
                        NAMES.stream().sorted().flatMap(name -> words(element, name, SEMICOLON)),
                        ELEMENTS.stream()
                                .flatMap(name -> words(element, name, BLANKS))
                                .filter(word -> word.contains("="))
                                .map(word -> word.substring(word.indexOf('=') + 1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.contains(REFERENCE))
                .map(name -> new KnownVariable(name, origin))
                .toList();
    }

    private static Stream<String> words(TestElement element, String property, Pattern between) {
        JMeterProperty written = element.getProperty(property);
        return written instanceof NullProperty ? Stream.empty() : between.splitAsStream(written.getStringValue());
    }
}
