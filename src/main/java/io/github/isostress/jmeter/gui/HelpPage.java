package io.github.isostress.jmeter.gui;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.swing.UIManager;
import javax.swing.text.BadLocationException;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.StyleSheet;

/** Our help page, which is in our jar, as a document in the colours of the look and feel. */
final class HelpPage {
    /** Where the page is, seen from this class. */
    static final String RESOURCE = "help/iso8583.html";

    private HelpPage() {}

    /**
     * The page as it is in the jar.
     *
     * @throws IOException if it cannot be read
     */
    static String text() throws IOException {
        try (InputStream page = HelpPage.class.getResourceAsStream(RESOURCE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The page's looks; to be asked for on the event thread. */
    static StyleSheet style() {
        Color text = UIManager.getColor("TextPane.foreground");
        Color ground = UIManager.getColor("TextPane.background");
        Color chosen = UIManager.getColor("TextPane.selectionBackground");
        Font font = UIManager.getFont("Label.font");
        StyleSheet style = new StyleSheet();
        style.addStyleSheet(new HTMLEditorKit().getStyleSheet());
        style.addRule("body { color: " + css(text) + "; background-color: " + css(ground) + "; font-family: "
                + font.getFamily() + "; margin: 8 }");
        style.addRule("a { color: " + css(blend(text, blend(text, chosen))) + " }");
        style.addRule("th, pre { background-color: " + css(blend(ground, blend(ground, blend(ground, text)))) + " }");
        style.addRule("th, td { text-align: left; vertical-align: top; padding: 2 }");
        return style;
    }

    private static Color blend(Color one, Color other) {
        return new Color(
                (one.getRed() + other.getRed()) / 2,
                (one.getGreen() + other.getGreen()) / 2,
                (one.getBlue() + other.getBlue()) / 2);
    }

    private static String css(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    /**
     * Reads the page; for any thread.
     *
     * @throws IOException if it cannot be read
     */
    static HTMLDocument read(StyleSheet style) throws IOException {
        HTMLDocument document = new HTMLDocument(style);
        document.putProperty("IgnoreCharsetDirective", true);
        try (Reader page =
                new InputStreamReader(HelpPage.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
            new HTMLEditorKit().read(page, document, 0);
            return document;
        } catch (BadLocationException e) {
            throw new IOException(e);
        }
    }
}
