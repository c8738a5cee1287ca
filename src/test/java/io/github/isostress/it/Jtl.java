package io.github.isostress.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The samples of an XML JTL. */
public final class Jtl {
    /** One sample. */
    public record Sample(
            String label,
            String code,
            String message,
            boolean successful,
            String thread,
            long elapsedMillis,
            long connectMillis,
            long bytes,
            long sentBytes,
            String request,
            String response) {}

    private Jtl() {}

    /** Reads a file. */
    public static List<Sample> read(Path file) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(Files.newInputStream(file));
        List<Sample> samples = new ArrayList<>();
        NodeList children = document.getDocumentElement().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                samples.add(sample(element));
            }
        }
        return samples;
    }

    private static Sample sample(Element element) {
        return new Sample(
                element.getAttribute("lb"),
                element.getAttribute("rc"),
                element.getAttribute("rm"),
                Boolean.parseBoolean(element.getAttribute("s")),
                element.getAttribute("tn"),
                Long.parseLong(element.getAttribute("t")),
                Long.parseLong(element.getAttribute("ct")),
                Long.parseLong(element.getAttribute("by")),
                Long.parseLong(element.getAttribute("sby")),
                text(element, "samplerData"),
                text(element, "responseData"));
    }

    private static String text(Element element, String name) {
        Node child = element.getElementsByTagName(name).item(0);
        return child == null ? "" : child.getTextContent();
    }
}
