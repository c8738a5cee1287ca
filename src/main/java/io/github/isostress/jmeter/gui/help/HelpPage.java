package io.github.isostress.jmeter.gui.help;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.swing.text.BadLocationException;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.StyleSheet;

/** The pages of our help, in the order of its contents. Each is an HTML file in our jar, named as the constant. */
public enum HelpPage {
    CONTENTS,
    REQUEST,
    REPLY,
    MESSAGE_DEFAULTS,
    KEYS,
    CONNECTION,
    RATE_TIMER,
    FIELD_EXTRACTOR,
    ASSERTION,
    HOST,
    TEMPLATE,
    PACKAGERS,
    FRAMING,
    HOST_RULES,
    RESULTS,
    CODES,
    VARIABLES;

    /** Stands in a page where the formulas are to be told. */
    private static final String FORMULAS = "<!-- formulas -->";

    private static final String PANEL_PREFIX = "ISO_8583_";

    /** The page whose file is named so, as {@code rate-timer.html}. */
    static Optional<HelpPage> ofFile(String file) {
        return Arrays.stream(values()).filter(page -> page.file().equals(file)).findFirst();
    }

    /** The page of the panel with that anchor in JMeter's component reference; the contents if there is none. */
    public static HelpPage ofPanel(String docAnchor) {
        return Arrays.stream(values())
                .filter(page -> docAnchor.toUpperCase(Locale.ROOT).equals(PANEL_PREFIX + page.name()))
                .findFirst()
                .orElse(CONTENTS);
    }

    /** The name of its file, which links use. */
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".html";
    }

    /** What the list of contents calls it. */
    String title() {
        return PanelLabels.get("help.page." + name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return title();
    }

    /**
     * The page of the jar, with what the catalogue has of formulas.
     *
     * @throws IOException if it cannot be read
     */
    public String text() throws IOException {
        try (InputStream page = HelpPage.class.getResourceAsStream(file())) {
            if (page == null) {
                throw new IOException(file() + " is missing");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8).replace(FORMULAS, FormulaTable.html());
        }
    }

    /**
     * Reads the page; for any thread.
     *
     * @throws IOException if it cannot be read
     */
    HTMLDocument read(StyleSheet style) throws IOException {
        HTMLDocument document = new HTMLDocument(style);
        document.putProperty("IgnoreCharsetDirective", true);
        try {
            // Swing knows this attribute, but no vertical-align of a style sheet.
            String page = text().replace("<tr>", "<tr valign=\"top\">");
            new HTMLEditorKit().read(new StringReader(page), document, 0);
            return document;
        } catch (BadLocationException e) {
            throw new IOException(e);
        }
    }
}
