package io.github.isostress.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a message as hex, XML or JSON, to pass it on. Nothing is masked. XML and JSON give values, not their encoding.
 * Stateless and thread-safe.
 */
public final class MessageExport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private MessageExport() {}

    /** Hex digits, two for each byte, without blanks. */
    public static String hex(byte[] message) {
        return HexFormat.of().withUpperCase().formatHex(message);
    }

    /** jPOS {@code <isomsg>} XML. */
    public static String xml(DecodedMessage message) {
        return IsomsgXmlWriter.of(message);
    }

    /** A JSON object of element numbers and values; sub-elements and tags are nested objects. */
    public static String json(DecodedMessage message) {
        ObjectNode root = JSON.createObjectNode();
        for (ElementRange range : ElementForms.elements(message)) {
            ElementForms.of(message, range).stream().findFirst().ifPresent(rows -> add(root, rows));
        }
        try {
            return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT))
                            .writeValueAsString(root)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts cannot be written as JSON", e);
        }
    }

    private static void add(ObjectNode root, List<ElementRow> rows) {
        for (ElementRow row : rows) {
            ObjectNode parent = root;
            String key = String.valueOf(row.path().element());
            for (String part : row.path().parts()) {
                parent = parent.withObjectProperty(key);
                key = part;
            }
            parent.put(key, row.value());
        }
    }
}
