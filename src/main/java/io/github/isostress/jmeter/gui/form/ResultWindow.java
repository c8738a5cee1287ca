package io.github.isostress.jmeter.gui.form;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.apache.jmeter.util.JMeterUtils;

/** Shows each result in a window, which stays until its button or Escape closes it. */
public final class ResultWindow implements ResultPlace {
    private final Component over;

    /** Windows centred over the component. */
    public ResultWindow(Component over) {
        this.over = over;
    }

    @Override
    public void show(String title, JComponent result) {
        JDialog window = new JDialog(SwingUtilities.getWindowAncestor(over), title, Dialog.ModalityType.MODELESS);
        window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        JPanel content = new JPanel(new BorderLayout(5, 5));
        content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        content.add(result, BorderLayout.CENTER);
        content.add(closing(window), BorderLayout.SOUTH);
        window.setContentPane(content);
        window.pack();
        // The panel may be gone by now, and with it its screen: another element was selected meanwhile.
        fitInto(window, window.getGraphicsConfiguration().getBounds().getSize());
        window.setLocationRelativeTo(SwingUtilities.getWindowAncestor(over));
        window.setVisible(true);
    }

    private static void fitInto(JDialog window, Dimension screen) {
        window.setSize(
                Math.min(window.getWidth(), screen.width * 3 / 4), Math.min(window.getHeight(), screen.height * 3 / 4));
    }

    private static JComponent closing(JDialog window) {
        JButton close = new JButton(JMeterUtils.getResString("close"));
        close.addActionListener(event -> window.dispose());
        window.getRootPane().setDefaultButton(close);
        window.getRootPane()
                .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "close");
        window.getRootPane().getActionMap().put("close", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                window.dispose();
            }
        });
        JPanel line = new JPanel();
        line.add(close);
        return line;
    }
}
