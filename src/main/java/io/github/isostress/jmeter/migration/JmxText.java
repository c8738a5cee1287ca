package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.ElementSpans.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A JMX file as its text and as XML. It is read without a DTD, and without any other file.
 *
 * @param text all of it, decoded
 * @param charset in which it is written
 * @param root the document's outermost element
 * @param spans where each element stands in the text
 */
record JmxText(String text, Charset charset, Element root, Map<Element, Span> spans) {
    private static final String NO_DTD = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String DEEPEST = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    /** Levels; a plan has two for each of its tree. */
    private static final String MOST_LEVELS = "500";

    private static final String ROOT = "jmeterTestPlan";

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException with one sentence if it is no JMX file
     * @throws IOException if it cannot be read
     */
    static JmxText read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Document document = parsed(file, bytes);
        Element root = document.getDocumentElement();
        if (!root.getTagName().equals(ROOT)) {
            throw new IllegalArgumentException(file + " is no test plan of JMeter: it begins with <" + root.getTagName()
                    + ">, not <" + ROOT + ">");
        }
        Charset charset =
                document.getXmlEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(document.getXmlEncoding());
        String text = decoded(file, bytes, charset);
        return new JmxText(text, charset, root, spans(root, ElementSpans.in(text)));
    }

    private static Document parsed(Path file, byte[] bytes) throws IOException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException e) {
            String reason = e.getMessage().contains(NO_DTD) ? "a DOCTYPE, which no test plan has" : e.getMessage();
            throw new IllegalArgumentException(
                    file + " cannot be read as a test plan: line " + e.getLineNumber() + ": " + reason, e);
        } catch (SAXException e) {
            throw new IllegalArgumentException(file + " cannot be read as a test plan: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DTD, true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute(DEEPEST, MOST_LEVELS);
        return factory;
    }

    private static String decoded(Path file, byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " has bytes that are no " + charset, e);
        }
    }

    private static Map<Element, Span> spans(Element root, List<Span> inOrder) {
        Map<Element, Span> spans = new IdentityHashMap<>();
        spans.put(root, inOrder.get(0));
        NodeList below = root.getElementsByTagName("*");
        for (int i = 1; i < inOrder.size(); i++) {
            spans.put((Element) below.item(i - 1), inOrder.get(i));
        }
        return spans;
    }

    /** How the file ends its lines. */
    String lineEnd() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
