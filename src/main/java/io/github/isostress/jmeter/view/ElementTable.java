package io.github.isostress.jmeter.view;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.table.TableCellRenderer;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The elements of a message as a tree with columns. Left and Right fold and unfold. Elements are named by their place
 * in the {@link ElementTree}. Used on the event thread.
 */
final class ElementTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 8;

    private final ElementTableModel rows;
    private final transient FoldingRows folding;
    private final transient ElementWidths widths;
    private transient BitSet matches = new BitSet();
    private transient IntFunction<Optional<String>> differences = element -> Optional.empty();

    ElementTable() {
        super(new ElementTableModel());
        rows = (ElementTableModel) getModel();
        folding = new FoldingRows(rows);
        setRowSorter(folding);
        setDefaultRenderer(String.class, new ElementCell());
        setShowGrid(false);
        getTableHeader().setReorderingAllowed(false);
        widths = new ElementWidths(this);
        setTransferHandler(new TextCopy(this::selectedText));
        getAccessibleContext().setAccessibleName(ViewLabels.get("elements"));
        setToolTipText(ViewLabels.get("elements.tip"));
        JMeterUtils.applyHiDPI(this);
        // As narrow as its place may be: JMeter gives the results pane as much room as it asks for, and then scrolls.
        setPreferredScrollableViewportSize(new Dimension(0, ROWS * getRowHeight()));
        leaveWithTab();
        onKey("LEFT", element -> !isFolded(element), selectParent());
        onKey("RIGHT", this::isFolded, element -> {});
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                if (isOnHandle(e.getPoint())) {
                    folding.toggle(convertRowIndexToModel(rowAtPoint(e.getPoint())));
                }
            }
        });
    }

    private void leaveWithTab() {
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    private IntConsumer selectParent() {
        return element -> {
            if (tree().parent(element) != ElementTree.NONE) {
                select(tree().parent(element));
            }
        };
    }

    private void onKey(String key, IntPredicate toggles, IntConsumer otherwise) {
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), "fold" + key);
        getActionMap().put("fold" + key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                int element = selected();
                if (element != ElementTree.NONE && tree().hasParts(element) && toggles.test(element)) {
                    folding.toggle(element);
                } else if (element != ElementTree.NONE) {
                    otherwise.accept(element);
                }
            }
        });
    }

    private boolean isOnHandle(Point point) {
        int row = rowAtPoint(point);
        if (row < 0 || columnAtPoint(point) != ElementColumn.LABEL.ordinal()) {
            return false;
        }
        int element = convertRowIndexToModel(row);
        int start = ElementCell.step() * tree().depth(element);
        return tree().hasParts(element) && point.x >= start && point.x < start + ElementCell.step();
    }

    /**
     * Shows the elements of a message, all unfolded.
     *
     * @param differing what is said of an element's value that is another one in the message beside it
     */
    void show(ElementTree tree, IntFunction<Optional<String>> differing) {
        matches = new BitSet();
        differences = differing;
        folding.unfoldAll();
        rows.show(tree);
        widths.fit();
    }

    ElementTree tree() {
        return rows.tree();
    }

    /** Whether the element's parts are hidden. */
    boolean isFolded(int element) {
        return folding.isFolded(element);
    }

    /** Marks what was searched for. */
    void mark(BitSet elements) {
        matches = elements;
        repaint();
    }

    /** Whether the element is what was searched for. */
    boolean isMatch(int element) {
        return matches.get(element);
    }

    /** What is said of the element's value if it is another one in the message beside it. */
    Optional<String> difference(int element) {
        return differences.apply(element);
    }

    /** Selects an element and scrolls to it; {@link ElementTree#NONE} selects none. */
    void select(int element) {
        if (element == ElementTree.NONE) {
            clearSelection();
        } else {
            folding.reveal(element);
            int row = convertRowIndexToView(element);
            changeSelection(row, 0, false, false);
            scrollRectToVisible(getCellRect(row, 0, true));
        }
    }

    /** The element that was selected last; {@link ElementTree#NONE} if none is. */
    int selected() {
        int lead = getSelectionModel().getLeadSelectionIndex();
        int row = isRowSelected(lead) ? lead : getSelectedRow();
        return row < 0 || row >= getRowCount() ? ElementTree.NONE : convertRowIndexToModel(row);
    }

    int[] allSelected() {
        return Arrays.stream(getSelectedRows())
                .map(this::convertRowIndexToModel)
                .toArray();
    }

    private String selectedText() {
        return Arrays.stream(allSelected())
                .mapToObj(tree()::element)
                .map(element -> Stream.of(element.label(), element.name(), element.shown())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Shades what was found, and selects all cells of a selected row, which not every look and feel does; nor has each
     * words that can be read on its grey of a selection without the keyboard.
     */
    @Override
    public Component prepareRenderer(TableCellRenderer renderer, int row, int column) {
        Component cell = super.prepareRenderer(renderer, row, column);
        if (isRowSelected(row)) {
            cell.setBackground(getSelectionBackground());
            cell.setForeground(colourOfSelected());
        } else if (isMatch(convertRowIndexToModel(row))) {
            cell.setBackground(ThemeColours.match(this));
        }
        return cell;
    }

    private Color colourOfSelected() {
        Color usual = getSelectionForeground();
        boolean canBeRead = ThemeColours.contrast(usual, getSelectionBackground()) >= ThemeColours.LEAST_CONTRAST;
        return canBeRead ? usual : ThemeColours.readable(getForeground(), getSelectionBackground());
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getPreferredSize().height < getParent().getHeight();
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        if (row < 0 || column < 0) {
            return ToolTips.of(ViewLabels.get("elements.tip"));
        }
        String value = (String) getValueAt(row, column);
        return ToolTips.of(difference(convertRowIndexToModel(row))
                .map(words -> value + "\n" + words)
                .orElse(value));
    }
}
