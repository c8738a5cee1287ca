package io.github.isostress.window;

import java.util.Locale;
import java.util.prefs.Preferences;
import org.apache.jmeter.gui.action.LookAndFeelCommand;
import org.apache.jmeter.gui.util.JMeterMenuBar;

/** The themes and the scale in which JMeter's window is opened. */
enum Look {
    LIGHT("IntelliJTheme", 1),
    DARK("DarculaTheme", 1),
    HIDPI("IntelliJTheme", 2);

    private final String theme;
    final int scale;

    Look(String theme, int scale) {
        this.theme = theme;
        this.scale = scale;
    }

    /** What the names of its pictures end with. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Chooses it as JMeter's menu "Look and Feel" does; to be called in JMeter's JVM before it starts. */
    void choose() {
        Preferences.userNodeForPackage(LookAndFeelCommand.class)
                .put("laf.command", JMeterMenuBar.DARKLAF_LAF_CLASS + ":com.github.weisj.darklaf.theme." + theme);
    }
}
