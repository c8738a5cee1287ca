package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.gui.form.TabKey;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.table.DefaultTableModel;
import org.apache.jmeter.util.JMeterUtils;

/** All conditions and behaviours of the rules language with examples, which can be taken into the text. */
final class RulesHelpView extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int SOME = 12;
    private static final int ROWS = 18;
    private static final int INTRODUCTION_ROWS = 6;

    private final JTable table;
    private final transient Consumer<String> insert;

    /**
     * A view of all words.
     *
     * @param insert takes an example into the text
     */
    RulesHelpView(Consumer<String> insert) {
        super(new BorderLayout(5, 5));
        this.insert = insert;
        SentenceArea introduction = new SentenceArea(INTRODUCTION_ROWS);
        introduction.tell(PanelLabels.get("host.help.introduction"));
        add(introduction, BorderLayout.NORTH);
        table = table();
        add(new JScrollPane(table), BorderLayout.CENTER);
        JButton button = new JButton(PanelLabels.get("host.help.insert"));
        button.setToolTipText(PanelLabels.get("host.help.insert.tip"));
        button.addActionListener(event -> insertSelected());
        JPanel line = new JPanel();
        line.add(button);
        add(line, BorderLayout.SOUTH);
    }

    private JTable table() {
        JTable made = new JTable(new DefaultTableModel(rows(), columns()) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(int row, int column) {
                return false;
            }
        });
        JMeterUtils.applyHiDPI(made);
        TabKey.leaves(made);
        made.getAccessibleContext().setAccessibleName(PanelLabels.get("host.help.title"));
        int width = 0;
        for (int column = 0; column < made.getColumnCount(); column++) {
            width += fit(made, column);
        }
        made.setPreferredScrollableViewportSize(new Dimension(width, ROWS * made.getRowHeight()));
        made.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "insert");
        made.getActionMap().put("insert", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                insertSelected();
            }
        });
        made.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) {
                    insertSelected();
                }
            }
        });
        return made;
    }

    private static Object[] columns() {
        return new Object[] {
            PanelLabels.get("host.help.place"),
            PanelLabels.get("host.help.example"),
            PanelLabels.get("host.help.explanation")
        };
    }

    private static Object[][] rows() {
        List<Object[]> rows = new ArrayList<>();
        addRows(rows, "host.help.before", RulesHelp.conditions());
        addRows(rows, "host.help.behind", RulesHelp.behaviours());
        return rows.toArray(Object[][]::new);
    }

    private static void addRows(List<Object[]> rows, String place, List<RulesHelp.Entry> entries) {
        for (RulesHelp.Entry entry : entries) {
            for (String example : entry.examples()) {
                rows.add(new Object[] {PanelLabels.get(place), example, entry.explanation()});
            }
        }
    }

    private static int fit(JTable table, int column) {
        int width = table.getFontMetrics(table.getFont()).stringWidth(table.getColumnName(column));
        for (int row = 0; row < table.getRowCount(); row++) {
            Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
            width = Math.max(width, cell.getPreferredSize().width);
        }
        table.getColumnModel().getColumn(column).setPreferredWidth(width + SOME);
        return width + SOME;
    }

    private void insertSelected() {
        if (table.getSelectedRow() >= 0) {
            insert.accept(String.valueOf(table.getValueAt(table.getSelectedRow(), 1)));
        }
    }

    /** The table of examples. */
    JTable examples() {
        return table;
    }
}
