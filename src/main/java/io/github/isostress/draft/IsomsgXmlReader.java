package io.github.isostress.draft;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOUtil;

/**
 * Reads jPOS's {@code <isomsg>} XML, also inside a log. It allows no DTD and only XML's five entities, and stops at the
 * message's end. For one text.
 */
final class IsomsgXmlReader {
    static final String START = "<isomsg";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:\\.\\d{1,6})?");
    /** Masked values of jPOS's ProtectedLogListener and others. */
    private static final Pattern MASKED = Pattern.compile("_{4}|\\*{4}|^\\[WIPED]$");

    private static final int AMOUNT_DIGITS = 12;
    /** The deepest nesting that a packager may define. */
    private static final int DEEPEST = 16;

    private final String text;
    private final int linesBefore;
    private final NamedValues values = new NamedValues();
    /** The numbers of the open elements, innermost last. */
    private final Deque<String> path = new ArrayDeque<>();

    private XMLStreamReader reader;

    private IsomsgXmlReader(String pasted) {
        int start = pasted.indexOf(START);
        this.text = pasted.substring(start);
        this.linesBefore = StringUtils.countMatches(pasted.substring(0, start), '\n');
    }

    /**
     * Reads the first message of a text.
     *
     * @param pasted has an {@code <isomsg>}
     * @throws IllegalArgumentException naming the line and what is wrong
     */
    static NamedValues read(String pasted) {
        return new IsomsgXmlReader(pasted).read();
    }

    private NamedValues read() {
        try {
            reader = factory().createXMLStreamReader(new StringReader(text));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        next();
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth += start();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                path.pollLast();
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw refusal("the XML ends inside <isomsg>");
            }
        }
        if (text.indexOf(START, Math.min(reader.getLocation().getCharacterOffset(), text.length())) >= 0) {
            values.note("The first message of several; the others are left out.");
        }
        return values;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private int next() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.DTD) {
                throw refusal("entities and DTDs are not read");
            }
            return event;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** Reads an element's start; 1 if the element is still open then, else 0. */
    private int start() {
        String name = reader.getLocalName();
        switch (name) {
            case "isomsg" -> {
                if (path.size() == DEEPEST) {
                    throw refusal("elements are nested deeper than " + DEEPEST);
                }
                path.addLast(id());
                return 1;
            }
            case "field" -> field();
            case "header" -> {
                skip();
                values.note("The header of the XML is left out.");
            }
            default -> throw refusal("inside <isomsg> only <field>, <isomsg> and <header> are read");
        }
        return 0;
    }

    private void field() {
        String id = id();
        String type = StringUtils.defaultString(reader.getAttributeValue(null, "type"));
        String currency = StringUtils.defaultString(reader.getAttributeValue(null, "currency"));
        String attribute = reader.getAttributeValue(null, "value");
        String content = content();
        String value = attribute == null ? content : attribute;
        path.addLast(id);
        try {
            if (MASKED.matcher(value).find()) {
                throw new IllegalArgumentException(
                        "element " + name() + " is masked in this log; write a value of your own in its place");
            }
            switch (type) {
                case "" -> values.add(name(), ISOUtil.stripUnicode(value), false);
                case "binary" -> values.add(name(), value.strip(), true);
                case "amount" -> values.add(name(), amount(currency, value), false);
                default -> throw new IllegalArgumentException("element " + name() + " is of a type that is not known");
            }
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage());
        }
        path.removeLast();
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (Iterator<String> step = path.iterator(); step.hasNext(); ) {
            name.append(step.next()).append(step.hasNext() ? "." : "");
        }
        return name.toString();
    }

    /** An amount as jPOS keeps it: currency, decimal places, digits (ISO 8583:2003). */
    private String amount(String currency, String value) {
        if (!AMOUNT.matcher(value).matches() || !currency.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("element " + name() + " is no amount with a currency");
        }
        int places = StringUtils.substringAfter(value, ".").length();
        return StringUtils.leftPad(currency, 3, '0')
                + places
                + StringUtils.leftPad(value.replace(".", ""), AMOUNT_DIGITS, '0');
    }

    private String id() {
        String id = reader.getAttributeValue(null, "id");
        if (id == null || !NUMBER.matcher(id).matches()) {
            throw refusal("<" + reader.getLocalName() + "> has no number in its attribute id");
        }
        return id;
    }

    /** Consumes the element up to its end and gives its text. */
    private String content() {
        StringBuilder content = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw refusal("a <field> holds a value, and no element");
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                content.append(reader.getText());
            }
        }
        return content.toString();
    }

    private void skip() {
        for (int depth = 1; depth > 0; ) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private IllegalArgumentException malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
        return new IllegalArgumentException(
                "line " + (linesBefore + line) + ", character " + column + ": the XML is not well-formed here", e);
    }

    private IllegalArgumentException refusal(String rule) {
        return new IllegalArgumentException(
                "line " + (linesBefore + reader.getLocation().getLineNumber()) + ": " + rule);
    }
}
