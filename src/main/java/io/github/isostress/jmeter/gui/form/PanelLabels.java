package io.github.isostress.jmeter.gui.form;

import java.text.MessageFormat;
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

    /** The text of that key, filled in as {@link MessageFormat} does. */
    public static String filled(String key, Object... values) {
        return new MessageFormat(get(key), JMeterUtils.getLocale()).format(values);
    }

    /** Where an element's help is looked for in JMeter's component reference. */
    public static String anchor(String title) {
        return title.replace(' ', '_');
    }
}
