package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.rehearsal.HostCheck;
import java.awt.BorderLayout;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** What a host verifies and signs: its lines, and what is wrong with them. */
final class SealsPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "host.seals";
    private static final int GAP = 6;

    private final transient CheckedText lines;

    /**
     * An empty page.
     *
     * @param check reads the fields on the event thread and gives the check of the lines
     */
    SealsPage(Supplier<Callable<HostCheck>> check) {
        super(new BorderLayout(GAP, GAP));
        lines = new CheckedText(KEY, "host.sealsVerdict", check);
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        JLabel label = new JLabel(PanelLabels.get(KEY) + ":");
        label.setLabelFor(lines.area());
        label.setToolTipText(PanelLabels.get(KEY + ".tip"));
        add(label, BorderLayout.NORTH);
        add(new JScrollPane(lines.area()), BorderLayout.CENTER);
        add(lines.verdict(), BorderLayout.SOUTH);
    }

    /** The lines, with what is wrong with them. */
    CheckedText lines() {
        return lines;
    }
}
