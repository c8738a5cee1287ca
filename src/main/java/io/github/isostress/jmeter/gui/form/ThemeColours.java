package io.github.isostress.jmeter.gui.form;

import java.awt.Color;
import java.awt.Component;
import javax.swing.UIManager;
import org.apache.jorphan.gui.JMeterUIDefaults;

/** Colours mixed from those of the theme, so that they can be read in light and dark ones. Used on the event thread. */
public final class ThemeColours {
    private static final float FAINT = 0.07f;
    private static final float SLIGHT = 0.15f;
    private static final float CLEAR = 0.20f;
    private static final float MATCH = 0.30f;
    private static final float SOME = 0.35f;
    private static final float MOST = 0.65f;

    private static final float HALF = 0.50f;
    private static final Color TEAL = new Color(0x00, 0x90, 0x80);

    private ThemeColours() {}

    /** Words that tell of a mistake: red alone is hard to read on a dark ground. */
    public static Color problem() {
        Color error = UIManager.getColor(JMeterUIDefaults.LABEL_ERROR_FOREGROUND);
        return mixed(UIManager.getColor("Label.foreground"), error == null ? Color.RED : error, MOST);
    }

    /** The ground behind a value or a line with a mistake. */
    public static Color behindProblem(Color background) {
        return mixed(background, problem(), SLIGHT);
    }

    /** A value that is computed. */
    public static Color computed(Color foreground) {
        return mixed(foreground, selection(), SOME);
    }

    /** A value that a formula gives. */
    public static Color formula(Color foreground) {
        return mixed(foreground, TEAL, HALF);
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
        return mixed(shown.getForeground(), shown.getBackground(), SOME);
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
}
