package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.Readable;
import io.github.isostress.jmeter.gui.form.ResultPlace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.swing.JComponent;

/** Keeps what a panel shows, for tests without windows. */
final class Results implements ResultPlace {
    private final Map<String, JComponent> shown = new ConcurrentHashMap<>();

    @Override
    public void show(String title, JComponent result) {
        shown.put(title, result);
    }

    /** What was shown under that title last; null if nothing was. */
    JComponent shown(String title) {
        return shown.get(title);
    }

    /** The text that was shown under that title last; empty if none was. */
    String text(String title) {
        return shown.get(title) instanceof Readable readable ? readable.text() : "";
    }
}
