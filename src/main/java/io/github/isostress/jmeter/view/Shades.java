package io.github.isostress.jmeter.view;

import java.awt.Color;
import java.awt.Component;
import javax.swing.UIManager;

/** Colours made of those of the theme, so that they are right in dark themes and in light ones. */
final class Shades {
    private static final float FAINT = 0.07f;
    private static final float CLEAR = 0.20f;
    private static final float MATCH = 0.30f;

    private Shades() {}

    /** Behind the bytes of one element. */
    static Color faint(Component shown) {
        return blend(shown.getBackground(), shown.getForeground(), FAINT);
    }

    /** Behind the bytes of the element beside it. */
    static Color clear(Component shown) {
        return blend(shown.getBackground(), shown.getForeground(), CLEAR);
    }

    /** Text of less weight. */
    static Color quiet(Component shown) {
        return blend(shown.getForeground(), shown.getBackground(), 0.35f);
    }

    /** Behind what was searched for. */
    static Color match(Component shown) {
        return blend(shown.getBackground(), selection(), MATCH);
    }

    /** Behind what is selected. */
    static Color selection() {
        return UIManager.getColor("Table.selectionBackground");
    }

    /** What is selected. */
    static Color selectedText() {
        return UIManager.getColor("Table.selectionForeground");
    }

    private static Color blend(Color base, Color other, float part) {
        return new Color(
                mix(base.getRed(), other.getRed(), part),
                mix(base.getGreen(), other.getGreen(), part),
                mix(base.getBlue(), other.getBlue(), part));
    }

    private static int mix(int base, int other, float part) {
        return Math.round(base + (other - base) * part);
    }
}
