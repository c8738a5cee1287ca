package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Puts the parts of a page together: markup, style, data and script. The page may run these scripts alone, named by
 * their digests, and load nothing; the data are no script, and nothing in them can end their element.
 */
final class PageTemplate {
    private static final List<String> SCRIPTS = List.of(
            "elements.js",
            "format.js",
            "charts.js",
            "heat.js",
            "sections.js",
            "groups.js",
            "record.js",
            "agents.js",
            "page.js");

    private PageTemplate() {}

    /** The page of these data. */
    static String filled(ObjectNode data) throws IOException {
        List<String> scripts = new ArrayList<>();
        scripts.add("/* " + ChartScript.licence().strip() + " */\n" + ChartScript.script());
        StringBuilder ours = new StringBuilder("\"use strict\";\n");
        for (String script : SCRIPTS) {
            ours.append(resource(script));
        }
        scripts.add(ours.toString());
        String style = ChartScript.style() + '\n' + resource("page.css");
        StringBuilder blocks = new StringBuilder();
        StringBuilder digests = new StringBuilder();
        for (String script : scripts) {
            blocks.append("<script>").append(script).append("</script>\n");
            digests.append(' ').append(digest(script));
        }
        return resource("page.html")
                .replace("@style-digest@", digest(style))
                .replace("@script-digests@", digests.toString().strip())
                .replace("@style@", style)
                .replace("@scripts@", blocks.toString())
                .replace("@data@", json(data));
    }

    /** Without a character that could end a script element or begin a comment in it. */
    private static String json(ObjectNode data) throws JsonProcessingException {
        return new ObjectMapper()
                .writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = PageTemplate.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
