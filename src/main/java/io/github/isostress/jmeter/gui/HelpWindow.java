package io.github.isostress.jmeter.gui;

import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Rectangle;
import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.StyleSheet;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.gui.util.EscapeDialog;
import org.apache.jorphan.gui.ComponentUtil;

/** The window that shows our help page beside JMeter's; there is one, made when it is first asked for. */
final class HelpWindow {
    private static final int WIDTH_PERCENT = 60;

    private static HelpWindow shown;

    private final EscapeDialog dialog;
    private final JEditorPane page = new JEditorPane();
    private final InBackground<HTMLDocument> reading = new InBackground<>(this::show, this::refuse);
    private String anchor = "";

    private HelpWindow() {
        GuiPackage jmeter = GuiPackage.getInstance();
        Frame owner = jmeter == null ? null : jmeter.getMainFrame();
        dialog = new EscapeDialog(owner, Labels.get("help.title"), false);
        page.setEditable(false);
        page.setContentType("text/html");
        page.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
        page.getAccessibleContext().setAccessibleName(Labels.get("help.title"));
        page.addHyperlinkListener(event -> {
            // Inside the page only: it works without a network, and so has no other links.
            if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED
                    && event.getDescription().startsWith("#")) {
                page.scrollToReference(event.getDescription().substring(1));
            }
        });
        JScrollPane scroller = new JScrollPane(page);
        scroller.setPreferredSize(new Dimension(0, 0));
        dialog.getContentPane().add(scroller);
        ComponentUtil.centerComponentInWindow(dialog, WIDTH_PERCENT);
    }

    /** Shows the page from an anchor on; for the event thread. */
    static void show(String anchor) {
        if (shown == null) {
            shown = new HelpWindow();
        }
        shown.open(anchor);
    }

    /** The page is read anew each time: the look and feel may have changed. */
    private void open(String at) {
        anchor = at;
        SwingUtilities.updateComponentTreeUI(dialog);
        StyleSheet style = HelpPage.style();
        reading.begin(() -> HelpPage.read(style));
        dialog.setVisible(true);
        dialog.toFront();
        page.requestFocusInWindow();
    }

    private void show(HTMLDocument document) {
        page.setDocument(document);
        page.setCaretPosition(0);
        // A document that was not laid out has no places to scroll to.
        SwingUtilities.invokeLater(() -> {
            page.scrollRectToVisible(new Rectangle(0, 0, 1, 1));
            page.scrollToReference(anchor);
        });
    }

    private void refuse(Throwable reason) {
        page.setText(Labels.get("help.unreadable") + reason.getMessage());
    }
}
