package io.github.isostress.jmeter.editor;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.table.DefaultTableModel;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.util.JMeterUtils;

/** Asks which element to add: the list shows what fits the typed text. */
final class ElementPicker extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String[] COLUMNS = {"picker.number", "picker.name", "picker.format"};
    private static final int[] CHARACTERS = {9, 40, 20};
    private static final int ROWS = 14;
    private static final float ROOMY = 1.3f;

    private final transient ElementChoices all;
    private final JTextField filter = new JTextField();
    private final DefaultTableModel rows = new DefaultTableModel(0, COLUMNS.length) {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean isCellEditable(int row, int column) {
            return false;
        }

        @Override
        public String getColumnName(int column) {
            return EditorLabels.get(COLUMNS[column]);
        }
    };
    private final JTable list = new JTable(rows);
    private final JButton choose = new JButton(EditorLabels.get("picker.choose"));
    private transient List<ElementChoice> choices = List.of();
    private transient Optional<ElementChoice> chosen = Optional.empty();

    ElementPicker(ElementChoices all) {
        super(new MigLayout("novisualpadding, fill, wrap 2", "[][grow, fill]", "[][grow, fill][]"));
        this.all = all;
        JLabel label = new JLabel(EditorLabels.get("picker.filter") + ":");
        label.setLabelFor(filter);
        filter.setToolTipText(EditorLabels.get("picker.filter.tip"));
        list.setToolTipText(EditorLabels.get("picker.list.tip"));
        add(label);
        add(filter);
        add(new JScrollPane(list), "span 2, grow");
        add(buttons(), "span 2, right");
        layOutList();
        listen();
        fill();
    }

    /** Asks, and returns when the user has chosen or given up. */
    static Optional<ElementChoice> ask(Component parent, ElementChoices all) {
        ElementPicker picker = new ElementPicker(all);
        JDialog dialog = new JDialog(
                SwingUtilities.getWindowAncestor(parent),
                EditorLabels.get("picker.title"),
                Dialog.ModalityType.DOCUMENT_MODAL);
        dialog.setContentPane(picker);
        dialog.getRootPane().setDefaultButton(picker.choose);
        dialog.pack();
        dialog.setLocationRelativeTo(parent);
        dialog.setVisible(true);
        dialog.dispose();
        return picker.chosen;
    }

    private JComponent buttons() {
        JButton cancel = new JButton(EditorLabels.get("picker.cancel"));
        cancel.setToolTipText(EditorLabels.get("picker.cancel.tip"));
        cancel.addActionListener(event -> close());
        choose.setToolTipText(EditorLabels.get("picker.choose.tip"));
        choose.addActionListener(event -> choose());
        JPanel buttons = new JPanel(new MigLayout("insets 0"));
        buttons.add(choose, "sizegroup");
        buttons.add(cancel, "sizegroup");
        return buttons;
    }

    private void layOutList() {
        JMeterUtils.applyHiDPI(list);
        FontMetrics metrics = list.getFontMetrics(list.getFont());
        int width = 0;
        for (int column = 0; column < CHARACTERS.length; column++) {
            int own = CHARACTERS[column] * metrics.charWidth('n');
            list.getColumnModel().getColumn(column).setPreferredWidth(own);
            width += own;
        }
        list.setRowHeight(Math.max(list.getRowHeight(), Math.round(metrics.getHeight() * ROOMY)));
        list.setPreferredScrollableViewportSize(new Dimension(width, ROWS * list.getRowHeight()));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFillsViewportHeight(true);
        list.getTableHeader().setReorderingAllowed(false);
    }

    private void listen() {
        filter.getDocument().addDocumentListener(new Watch());
        KeyStrokes.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "iso-cancel", this::close);
        KeyStrokes.bind(filter, KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0), "iso-down", () -> move(1));
        KeyStrokes.bind(filter, KeyStroke.getKeyStroke(KeyEvent.VK_UP, 0), "iso-up", () -> move(-1));
        KeyStrokes.bind(list, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "iso-choose", this::choose);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) {
                    choose();
                }
            }
        });
    }

    private void fill() {
        choices = all.fitting(filter.getText());
        rows.setRowCount(0);
        choices.forEach(choice -> rows.addRow(new Object[] {choice.path(), choice.name(), choice.format()}));
        choose.setEnabled(!choices.isEmpty());
        move(1);
    }

    private void move(int step) {
        int row = Math.min(Math.max(list.getSelectedRow() + step, 0), rows.getRowCount() - 1);
        if (row >= 0) {
            list.setRowSelectionInterval(row, row);
            list.scrollRectToVisible(list.getCellRect(row, 0, true));
        }
    }

    private void choose() {
        if (list.getSelectedRow() >= 0) {
            chosen = Optional.of(choices.get(list.getSelectedRow()));
            close();
        }
    }

    private void close() {
        SwingUtilities.getWindowAncestor(this).setVisible(false);
    }

    private final class Watch implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            fill();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            fill();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            // Nothing but attributes.
        }
    }
}
