package io.github.isostress.jmeter.gui.help;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import javax.swing.UIManager;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.StyleSheet;

/** How the help looks: in the colours and the font of the look and feel. */
final class HelpStyle {
    private static final float SHADE = 0.125f;
    private static final float LINK = 0.25f;

    private HelpStyle() {}

    /** The style for the look and feel of the moment. Called on the event thread. */
    static StyleSheet current() {
        Color text = UIManager.getColor("TextPane.foreground");
        Color ground = UIManager.getColor("TextPane.background");
        Color chosen = UIManager.getColor("TextPane.selectionBackground");
        Font font = UIManager.getFont("Label.font");
        String shade = css(ThemeColours.mixed(ground, text, SHADE));
        StyleSheet style = new StyleSheet();
        style.addStyleSheet(new HTMLEditorKit().getStyleSheet());
        style.addRule("body { color: " + css(text) + "; background-color: " + css(ground) + "; font-family: "
                + font.getFamily() + "; margin: 8 }");
        style.addRule("a { color: " + css(ThemeColours.mixed(text, chosen, LINK)) + " }");
        style.addRule("h1, h2, h3 { margin-top: 12; margin-bottom: 4 }");
        style.addRule("ol, ul { margin-left: 24 }");
        style.addRule("p, ol, ul, table { margin-top: 4; margin-bottom: 6 }");
        style.addRule("th, pre, kbd { background-color: " + shade + " }");
        style.addRule("th, td { text-align: left; padding: 2 }");
        style.addRule("code, pre { font-size: " + font.getSize() + "pt }");
        style.addRule("kbd { font-size: " + font.getSize() + "pt; font-family: " + font.getFamily() + " }");
        return style;
    }

    private static String css(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }
}
