package io.github.isostress.jmeter.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The stress plan with the settings of a run in it, but for those parts that they leave without use: a plan that JMeter
 * opens and runs. A password is not in it: the plan asks for the property of the key's name. For one thread.
 */
final class WrittenPlan {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String STRESS = "stress.jmx";
    private static final String CERTIFICATES = "../certs/";
    private static final String ELEMENTS = "io.github.isostress.jmeter.element.";
    private static final String COMMENT =
            "Written by iso-stress run, from jmx-examples/stress.jmx. The settings stand in the elements.";

    private final RunSettings settings;
    private final Document plan;

    private WrittenPlan(RunSettings settings, Document plan) {
        this.settings = settings;
        this.plan = plan;
    }

    /**
     * The text of the plan.
     *
     * @param certificates the folder of the demo certificates, which the embedded host has
     * @throws IOException if the file of the template cannot be read
     */
    static String of(RunSettings settings, Path certificates) throws IOException {
        try (InputStream stress = WrittenPlan.class.getResourceAsStream(STRESS)) {
            Document read = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(stress);
            WrittenPlan written = new WrittenPlan(settings, read);
            written.putValues(certificates);
            written.leaveOutTheUseless();
            written.changeElements();
            return written.text();
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IllegalStateException("the stress plan in the plugin's jar is damaged", e);
        }
    }

    private void putValues(Path certificates) {
        PlanExpressions expressions = new PlanExpressions(settings);
        for (Element variable : elements("elementProp")) {
            if (variable.getAttribute("elementType").equals("Argument")) {
                expressions.define(text(variable, "Argument.name"), text(variable, "Argument.value"));
                variable.getParentNode().removeChild(variable);
            }
        }
        String folder = certificates.toAbsolutePath().toString().replace('\\', '/') + "/";
        for (Element property : elements("stringProp")) {
            property.setTextContent(
                    expressions.valued(property.getTextContent()).replace(CERTIFICATES, folder));
        }
    }

    private void leaveOutTheUseless() {
        if (!settings.isEmbedded()) {
            elements(ELEMENTS + "Iso8583Host").forEach(host -> {
                removeTree(host);
                remove(host);
            });
        }
        for (Element choice : elements("IfController")) {
            Element tree = removeTree(choice);
            if (Boolean.parseBoolean(text(choice, "IfController.condition"))) {
                while (tree.hasChildNodes()) {
                    choice.getParentNode().insertBefore(tree.getFirstChild(), choice);
                }
            }
            remove(choice);
        }
    }

    /** Takes out what stands below an element: JMeter writes it behind the element. */
    private static Element removeTree(Element element) {
        Node next = element.getNextSibling();
        while (!(next instanceof Element)) {
            next = next.getNextSibling();
        }
        remove(next);
        return (Element) next;
    }

    private static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    private void changeElements() throws IOException {
        change("TestPlan.comments", comment -> comment.setTextContent(COMMENT));
        if (!settings.is(RunKey.REPORT)) {
            change("Iso8583Results.report", report -> report.setTextContent("never"));
        }
        Optional<Path> template = settings.given(RunKey.TEMPLATE).map(Path::of);
        if (template.isPresent()) {
            String lines = Files.readString(template.get());
            String name = template.get().getFileName().toString().replaceFirst("\\.[^.]*$", "");
            change("Iso8583Request.template", text -> {
                text.setTextContent(lines);
                ((Element) text.getParentNode()).setAttribute("testname", name);
            });
        }
    }

    private void change(String property, Consumer<Element> change) {
        elements("stringProp").stream()
                .filter(each -> each.getAttribute("name").equals(property))
                .forEach(change);
    }

    private static String text(Element parent, String property) {
        return elements(parent.getElementsByTagName("stringProp")).stream()
                .filter(each -> each.getAttribute("name").equals(property))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private List<Element> elements(String tag) {
        return elements(plan.getElementsByTagName(tag));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private String text() throws TransformerException {
        dropBlanksBetween(plan.getDocumentElement());
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        writer.setOutputProperty(OutputKeys.INDENT, "yes");
        writer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(plan), new StreamResult(text));
        return HEAD + text;
    }

    /** The writer makes its own. */
    private static void dropBlanksBetween(Element element) {
        Node child = element.getFirstChild();
        boolean isText = element.getTagName().matches("(string|bool|int|long|double|float)Prop");
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element inner) {
                dropBlanksBetween(inner);
            } else if (!isText) {
                remove(child);
            }
            child = next;
        }
    }
}
