package io.github.isostress.jmeter.gui.form;

import java.util.ResourceBundle;
import org.apache.jmeter.util.JMeterUtils;

/** The words of the panels, in JMeter's language where there is a translation. */
public final class PanelLabels {
    private PanelLabels() {}

    /** The text of that key. */
    public static String get(String key) {
        return ResourceBundle.getBundle("io.github.isostress.jmeter.gui.labels", JMeterUtils.getLocale())
                .getString(key);
    }

    /** Where an element's help is looked for in JMeter's component reference. */
    public static String anchor(String title) {
        return title.replace(' ', '_');
    }
}
