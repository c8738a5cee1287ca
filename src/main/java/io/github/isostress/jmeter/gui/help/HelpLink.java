package io.github.isostress.jmeter.gui.help;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jorphan.gui.JFactory;

/** The ways into the help: a button at the right end of a panel's title, and F1. */
public final class HelpLink {
    private static final String ACTION = "iso8583-help";
    private static final String VIEW = "view";
    private static final String FORMULAS = "computed";

    private HelpLink() {}

    /**
     * Adds the link to a panel's title.
     *
     * @param title what JMeter has made for the panel
     * @return the same title
     */
    public static Container in(Container title, AbstractJMeterGuiComponent panel) {
        Action open = opening(() -> HelpPlace.of(panel));
        bindF1(panel, open);
        place(JFactory.small(new JButton(open)), title);
        return title;
    }

    /** Lets F1 open what the help says of the view of a sample, when the focus is anywhere inside that view. */
    public static void inView(JComponent view) {
        bindF1(view, opening(() -> new HelpPlace(HelpPage.RESULTS, VIEW)));
    }

    /**
     * Lets F1 open what the help says of formulas; elsewhere in that part of a panel it stays the panel's.
     *
     * @param isAtFormula whether the user is at a formula now
     */
    public static void atFormulas(JComponent part, BooleanSupplier isAtFormula) {
        Action open = opening(() -> new HelpPlace(HelpPage.TEMPLATE, FORMULAS));
        bindF1(part, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isEnabled() {
                return isAtFormula.getAsBoolean();
            }

            @Override
            public void actionPerformed(ActionEvent event) {
                open.actionPerformed(event);
            }
        });
    }

    private static Action opening(Supplier<HelpPlace> place) {
        Action open = new AbstractAction(PanelLabels.get("help.link")) {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                HelpWindow.show(place.get());
            }
        };
        open.putValue(Action.SHORT_DESCRIPTION, PanelLabels.get("help.link.tip"));
        return open;
    }

    private static void bindF1(JComponent component, Action open) {
        component.getActionMap().put(ACTION, open);
        component
                .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0), ACTION);
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
