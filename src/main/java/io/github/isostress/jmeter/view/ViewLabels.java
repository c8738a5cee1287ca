package io.github.isostress.jmeter.view;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.apache.jmeter.util.JMeterUtils;

/** The words of the views, in JMeter's language where there is a translation. */
final class ViewLabels {
    private ViewLabels() {}

    /** The text of that key. */
    static String get(String key) {
        return ResourceBundle.getBundle("io.github.isostress.jmeter.view.labels", JMeterUtils.getLocale())
                .getString(key);
    }

    /** The text of that key, filled in as {@link MessageFormat} does. */
    static String filled(String key, Object... values) {
        return new MessageFormat(get(key), JMeterUtils.getLocale()).format(values);
    }
}
