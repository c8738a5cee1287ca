package io.github.isostress.message.packager;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.lang3.StringUtils;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.Attributes2Impl;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads the XML of a packager's definition by the JDK's own parser, whichever others are on the class path: nothing but
 * what {@link DefinitionReferences} allows is opened, and what its entities expand to is bounded. For one reading.
 */
final class DefinitionParser extends DefaultHandler2 {
    private static final String ROOT = "isopackager";
    private static final int DEEPEST = 16;
    private static final int MOST_TAGS = 50_000;
    private static final int MOST_EXPANSIONS = 2_000;
    private static final String PROPERTIES = "http://xml.org/sax/properties/";
    /** Of the JDK (module java.xml): the language of its messages. */
    private static final String MESSAGE_LOCALE = "http://apache.org/xml/properties/locale";
    /** Of the JDK (module java.xml): how each message of a broken limit begins. */
    private static final String LIMIT_MESSAGE = "JAXP0001";

    private static final String WRONG_ENCODING =
            "its bytes are not of the encoding that its first line declares (without one: UTF-8)";

    private final PackagerSource source;
    private final DefinitionReferences references;
    private final Mistakes mistakes;
    private final Deque<DefinitionTag> open = new ArrayDeque<>();
    private DefinitionTag root;
    private Locator locator;
    private int tags;

    private DefinitionParser(PackagerSource source, Mistakes mistakes) {
        this.source = source;
        this.references = new DefinitionReferences(source);
        this.mistakes = mistakes;
    }

    /**
     * The definition's tree. What its elements and attributes mean is not looked at.
     *
     * @param mistakes gets what can be told without ending the reading
     * @throws PackagerRefusal if the file is no XML, names what is not read, or is no packager at all
     */
    static DefinitionTag parse(PackagerSource source, Mistakes mistakes) {
        return new DefinitionParser(source, mistakes).parse();
    }

    private DefinitionTag parse() {
        try {
            byte[] content = source.content();
            WrongKind.of(content).ifPresent(kind -> {
                throw mistakes.refusal("", "it is " + kind + ", not the XML of a packager");
            });
            InputSource start = references.start(content);
            reader().parse(start);
            return root;
        } catch (MistakeException e) {
            throw mistakes.refusal(place(), e.getMessage());
        } catch (SAXParseException e) {
            throw mistakes.refusal(place(e), malformed(e.getMessage()));
        } catch (CharConversionException | UnsupportedEncodingException e) {
            throw mistakes.refusal(place(), WRONG_ENCODING);
        } catch (IOException e) {
            throw mistakes.refusal("", "it cannot be read: " + e.getMessage());
        } catch (SAXException | ParserConfigurationException e) {
            throw mistakes.refusal(place(), "it cannot be read as XML: " + e.getMessage());
        }
    }

    private XMLReader reader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        parser.setProperty("jdk.xml.entityExpansionLimit", String.valueOf(MOST_EXPANSIONS));
        parser.setProperty("jdk.xml.totalEntitySizeLimit", String.valueOf(PackagerSource.LARGEST));
        parser.setProperty("jdk.xml.maxGeneralEntitySizeLimit", String.valueOf(PackagerSource.LARGEST));
        parser.setProperty("jdk.xml.maxParameterEntitySizeLimit", String.valueOf(PackagerSource.LARGEST));
        parser.setProperty(MESSAGE_LOCALE, Locale.ENGLISH);
        XMLReader reader = parser.getXMLReader();
        reader.setFeature("http://xml.org/sax/features/resolve-dtd-uris", false);
        reader.setProperty(PROPERTIES + "lexical-handler", this);
        reader.setProperty(PROPERTIES + "declaration-handler", this);
        reader.setContentHandler(this);
        reader.setErrorHandler(this);
        reader.setEntityResolver(this);
        return reader;
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SAXException {
        if (!name.equals(ROOT)) {
            throw new MistakeException("its DOCTYPE is " + DefinitionTag.shown(name) + ", not " + ROOT);
        }
    }

    @Override
    public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId)
            throws SAXException, IOException {
        return references.resolve(entity(name), baseUri, systemId);
    }

    @Override
    public void externalEntityDecl(String name, String publicId, String systemId) throws SAXException {
        references.check(entity(name), locator.getSystemId(), systemId);
    }

    /** SAX calls the DTD's external subset by this name, and parameter entities with a percent sign in front. */
    private static String entity(String name) {
        return name == null || name.equals("[dtd]") ? "the DOCTYPE" : "the entity " + DefinitionTag.shown(name);
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (root == null && !name.equals(ROOT)) {
            throw new MistakeException(WrongKind.ofRoot(name));
        }
        if (open.size() == DEEPEST) {
            throw new MistakeException("its elements are nested deeper than " + DEEPEST);
        }
        if (++tags > MOST_TAGS) {
            throw new MistakeException("it has more than " + MOST_TAGS + " elements");
        }
        DefinitionTag tag = new DefinitionTag(name, place(), new Attributes2Impl(attributes), new ArrayList<>());
        if (root == null) {
            root = tag;
        } else {
            open.getLast().children().add(tag);
        }
        open.addLast(tag);
    }

    @Override
    public void characters(char[] text, int start, int length) {
        DefinitionTag around = open.getLast();
        String written = new String(text, start, length);
        if (!StringUtils.isBlank(written) && !around.name().equals("isofield")) {
            mistakes.add(place(), "text stands between elements: " + DefinitionTag.shown(written));
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        open.removeLast();
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    private String malformed(String message) {
        if (message.startsWith("Invalid byte ")) {
            return WRONG_ENCODING;
        }
        if (message.startsWith(LIMIT_MESSAGE)) {
            return "its entities stand for more than a packager can need; they are not expanded any further";
        }
        if (!open.isEmpty() && message.contains("must start and end within the same entity")) {
            return "the file ends before <" + open.getLast().name() + "> of "
                    + open.getLast().place() + " is closed";
        }
        return "it is not well-formed XML: " + StringUtils.removeEnd(DefinitionTag.shown(message), ".");
    }

    private String place(SAXParseException e) {
        return place(e.getSystemId(), e.getLineNumber());
    }

    private String place() {
        return locator == null ? "" : place(locator.getSystemId(), locator.getLineNumber());
    }

    private String place(String systemId, int line) {
        String file = DefinitionReferences.fileOf(systemId);
        String inFile = file.isEmpty() || file.equals(source.name()) ? "" : file + " ";
        return line < 1 ? "" : inFile + "line " + line;
    }
}
