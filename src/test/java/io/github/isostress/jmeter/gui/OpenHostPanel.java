package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.support.Await;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

/** A host's panel that is open, and what a user sees and does in it. */
record OpenHostPanel(Iso8583HostGui gui, Results results) {
    /** The panel in a plan with the variable {@code packager}. */
    static OpenHostPanel of(Iso8583Host host) throws Exception {
        Results results = new Results();
        Iso8583HostGui[] made = new Iso8583HostGui[1];
        SwingUtilities.invokeAndWait(() -> {
            PlanTreeScope scope = new PlanTreeScope(
                    Optional.empty(), List.of(), List.of(), Map.of("packager", "iso87ascii"), List.of());
            made[0] = new Iso8583HostGui(() -> scope, results);
            made[0].configure(host);
        });
        return new OpenHostPanel(made[0], results);
    }

    void press(String key) throws Exception {
        SwingUtilities.invokeAndWait(() -> Parts.press(gui, PanelLabels.get(key)));
    }

    boolean canPress(String key) {
        return button(key).isEnabled();
    }

    boolean offers(String key) {
        return button(key).isVisible();
    }

    private AbstractButton button(String key) {
        return Parts.named(gui, AbstractButton.class, PanelLabels.get(key));
    }

    String said(String key) {
        return Parts.named(gui, SentenceArea.class, PanelLabels.get(key)).getText();
    }

    /** Writes rules, and lets JMeter show the element again. */
    void writeRules(Iso8583Host host, String text) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            Parts.named(gui, JTextArea.class, PanelLabels.get("host.rules")).setText(text);
            gui.modifyTestElement(host);
            gui.configure(host);
        });
    }

    static void awaitOnScreen(String expectation, BooleanSupplier condition) {
        Await.until(expectation, () -> {
            boolean[] holds = new boolean[1];
            try {
                SwingUtilities.invokeAndWait(() -> holds[0] = condition.getAsBoolean());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return holds[0];
        });
    }
}
