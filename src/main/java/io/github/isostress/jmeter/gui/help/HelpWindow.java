package io.github.isostress.jmeter.gui.help;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import java.awt.Frame;
import javax.swing.SwingUtilities;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.gui.util.EscapeDialog;
import org.apache.jorphan.gui.ComponentUtil;

/** The window that shows our help beside JMeter's; there is one, made when it is first asked for. */
final class HelpWindow {
    private static final int WIDTH_PERCENT = 70;

    private static HelpWindow shown;

    private final EscapeDialog dialog;
    private final HelpView view = new HelpView();

    private HelpWindow() {
        GuiPackage jmeter = GuiPackage.getInstance();
        Frame owner = jmeter == null ? null : jmeter.getMainFrame();
        dialog = new EscapeDialog(owner, PanelLabels.get("help.title"), false);
        dialog.getContentPane().add(view);
        ComponentUtil.centerComponentInWindow(dialog, WIDTH_PERCENT);
    }

    /** Shows a place of the help; for the event thread. */
    static void show(HelpPlace place) {
        if (shown == null) {
            shown = new HelpWindow();
        }
        shown.open(place);
    }

    /** The page is read anew each time: the look and feel may have changed. */
    private void open(HelpPlace place) {
        SwingUtilities.updateComponentTreeUI(dialog);
        view.goTo(place);
        dialog.setVisible(true);
        dialog.toFront();
        view.text().requestFocusInWindow();
    }
}
