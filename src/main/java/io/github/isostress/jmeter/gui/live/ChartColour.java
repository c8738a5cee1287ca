package io.github.isostress.jmeter.gui.live;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.Color;
import java.awt.Component;

/** Colours of a chart's series, told apart in light and dark themes, and by those who do not tell red from green. */
enum ChartColour {
    GREY(0x80, 0x80, 0x80),
    BLUE(0x2F, 0x7E, 0xD8),
    TEAL(0x00, 0x9E, 0x8E),
    AMBER(0xE0, 0x9A, 0x00),
    RED(0xD6, 0x3A, 0x2F);

    private static final float TOWARDS_TEXT = 0.12f;

    private final Color colour;

    ChartColour(int red, int green, int blue) {
        colour = new Color(red, green, blue);
    }

    /** As it is drawn on a component: a little darker on a light ground, lighter on a dark one. */
    Color on(Component ground) {
        return ThemeColours.mixed(colour, ground.getForeground(), TOWARDS_TEXT);
    }
}
