package io.github.isostress.jmeter.gui.form;

import java.awt.Color;
import java.awt.Component;
import javax.swing.UIManager;
import org.apache.jorphan.gui.JMeterUIDefaults;

/** Colours mixed from those of the theme, so that they can be read in light and dark ones. Used on the event thread. */
public final class ThemeColours {
    /** The least contrast of texts of usual size: WCAG 2.1, success criterion 1.4.3. */
    public static final double LEAST_CONTRAST = 4.5;

    private static final double GLARE = 0.05;
    private static final float STEP = 0.05f;

    private static final float FAINT = 0.07f;
    private static final float SLIGHT = 0.15f;
    private static final float CLEAR = 0.20f;
    private static final float MATCH = 0.30f;
    private static final float SOME = 0.35f;
    private static final float MOST = 0.65f;

    private static final float HALF = 0.50f;
    private static final Color TEAL = new Color(0x00, 0x90, 0x80);

    private ThemeColours() {}

    /** A line about a mistake, where nothing is to be read. */
    public static Color problem() {
        Color error = UIManager.getColor(JMeterUIDefaults.LABEL_ERROR_FOREGROUND);
        return mixed(UIManager.getColor("Label.foreground"), error == null ? Color.RED : error, MOST);
    }

    /** Words that tell of a mistake, on that ground. */
    public static Color problem(Color ground) {
        return readable(problem(), ground);
    }

    /** The ground behind a value or a line with a mistake. */
    public static Color behindProblem(Color background) {
        return mixed(background, problem(), SLIGHT);
    }

    /** A value that is computed, on that ground. */
    public static Color computed(Color foreground, Color ground) {
        return readable(mixed(foreground, selection(), SOME), ground);
    }

    /** A value that a formula gives, on that ground. */
    public static Color formula(Color foreground, Color ground) {
        return readable(mixed(foreground, TEAL, HALF), ground);
    }

    /** The ground behind the bytes of every other element. */
    public static Color faint(Component shown) {
        return mixed(shown.getBackground(), shown.getForeground(), FAINT);
    }

    /** The ground behind the bytes of the elements between those. */
    public static Color clear(Component shown) {
        return mixed(shown.getBackground(), shown.getForeground(), CLEAR);
    }

    /** Text of less weight. */
    public static Color quiet(Component shown) {
        return quiet(shown.getForeground(), shown.getBackground());
    }

    /** Text of less weight than one in that colour, on that ground. */
    public static Color quiet(Color foreground, Color ground) {
        return readable(mixed(foreground, ground, SOME), ground);
    }

    /** The ground behind what a search has found. */
    public static Color match(Component shown) {
        return mixed(shown.getBackground(), selection(), MATCH);
    }

    /** The ground behind what is selected. */
    public static Color selection() {
        return UIManager.getColor("Table.selectionBackground");
    }

    /** Text that is selected. */
    public static Color selectedText() {
        return UIManager.getColor("Table.selectionForeground");
    }

    /**
     * A colour between two.
     *
     * @param share how much of the other, from 0 to 1
     */
    public static Color mixed(Color one, Color other, float share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, float share) {
        return Math.round(one + (other - one) * share);
    }

    /** The contrast ratio of two colours by WCAG 2.1, 1 (the same) to 21 (black and white). */
    public static double contrast(Color one, Color other) {
        double first = luminance(one) + GLARE;
        double second = luminance(other) + GLARE;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The colour, or as little lighter or darker as it takes to be read on that ground. */
    public static Color readable(Color wanted, Color ground) {
        Color end = contrast(Color.WHITE, ground) > contrast(Color.BLACK, ground) ? Color.WHITE : Color.BLACK;
        Color colour = wanted;
        for (float share = STEP; contrast(colour, ground) < LEAST_CONTRAST && share <= 1; share += STEP) {
            colour = mixed(wanted, end, share);
        }
        return colour;
    }
}
