package io.github.isostress.jmeter.editor;

import java.awt.Color;
import javax.swing.UIManager;
import org.apache.jorphan.gui.JMeterUIDefaults;

/** Colours that fit the look and feel of the moment, dark or light. */
final class Palette {
    private static final float SOME = 0.35f;
    private static final float LITTLE = 0.15f;

    private Palette() {}

    /** Of a sentence that names a problem: red alone is hard to read on a dark ground. */
    static Color error() {
        Color foreground = UIManager.getColor("Label.foreground");
        return mixed(foreground, UIManager.getColor(JMeterUIDefaults.LABEL_ERROR_FOREGROUND), 1 - SOME);
    }

    /** Behind a value that has a problem. */
    static Color behindError(Color background) {
        return mixed(background, error(), LITTLE);
    }

    /** Of a value that is computed. */
    static Color expression(Color foreground) {
        return mixed(foreground, UIManager.getColor("Table.selectionBackground"), SOME);
    }

    private static Color mixed(Color one, Color other, float share) {
        return other == null
                ? one
                : new Color(
                        mixed(one.getRed(), other.getRed(), share),
                        mixed(one.getGreen(), other.getGreen(), share),
                        mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, float share) {
        return Math.round(one + (other - one) * share);
    }
}
