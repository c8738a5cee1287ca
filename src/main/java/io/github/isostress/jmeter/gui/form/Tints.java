package io.github.isostress.jmeter.gui.form;

import java.awt.Color;
import java.awt.Component;

/** Colours that a theme does not have, made of those that it has, so that they can be read in light and dark ones. */
public final class Tints {
    private static final double STRONG = 0.6;
    private static final double WEAK = 0.25;

    private Tints() {}

    /** For words that tell of a mistake. */
    static Color problem(Component on) {
        return blend(on.getForeground(), Color.RED, STRONG);
    }

    /** For the background of what is wrong. */
    public static Color wrong(Component on) {
        return blend(on.getBackground(), Color.RED, WEAK);
    }

    private static Color blend(Color from, Color to, double share) {
        return new Color(
                blend(from.getRed(), to.getRed(), share),
                blend(from.getGreen(), to.getGreen(), share),
                blend(from.getBlue(), to.getBlue(), share));
    }

    private static int blend(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
