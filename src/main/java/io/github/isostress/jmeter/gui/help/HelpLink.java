package io.github.isostress.jmeter.gui.help;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jorphan.gui.JFactory;

/** The way from a panel to its place in our help page: a button at the right end of the title, and F1. */
public final class HelpLink {
    private static final String ACTION = "iso8583-help";

    private HelpLink() {}

    /**
     * Adds the link to a panel's title.
     *
     * @param title what JMeter has made for the panel
     * @return the same title
     */
    public static Container in(Container title, AbstractJMeterGuiComponent panel) {
        Action open = new AbstractAction(PanelLabels.get("help.link")) {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                HelpWindow.show(HelpPlace.of(panel));
            }
        };
        open.putValue(Action.SHORT_DESCRIPTION, PanelLabels.get("help.link.tip"));
        panel.getActionMap().put(ACTION, open);
        panel.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0), ACTION);
        place(JFactory.small(new JButton(open)), title);
        return title;
    }

    /** Behind the title's label, in its row; below everything if JMeter has made the title in another way. */
    private static void place(JButton button, Container title) {
        Container rows = title;
        while (!(rows.getLayout() instanceof MigLayout)
                && rows.getComponentCount() > 0
                && rows.getComponent(0) instanceof Container inner) {
            rows = inner;
        }
        if (rows.getLayout() instanceof MigLayout layout && rows.getComponent(0) instanceof JLabel label) {
            layout.setComponentConstraints(label, "span 2, split 2, growx, pushx");
            rows.add(button, "", 1);
        } else {
            title.add(button);
        }
    }
}
