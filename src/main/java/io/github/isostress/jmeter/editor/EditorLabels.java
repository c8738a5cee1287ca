package io.github.isostress.jmeter.editor;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.apache.jmeter.util.JMeterUtils;

/** The words of the editor, in JMeter's language where there is a translation. */
final class EditorLabels {
    private EditorLabels() {}

    /** The text of that key. */
    static String get(String key) {
        return ResourceBundle.getBundle("io.github.isostress.jmeter.editor.labels", JMeterUtils.getLocale())
                .getString(key);
    }

    /** The text of that key with values in it. */
    static String get(String key, Object... values) {
        return new MessageFormat(get(key), JMeterUtils.getLocale()).format(values);
    }
}
