package io.github.isostress.jmeter.view;

import java.util.BitSet;
import javax.swing.RowFilter;
import javax.swing.table.TableRowSorter;

/** Which elements show their parts, and the order of the rows: always that of the message. */
final class FoldingRows extends TableRowSorter<ElementTableModel> {
    private final BitSet folded = new BitSet();

    /** Shows all parts of these rows. */
    FoldingRows(ElementTableModel rows) {
        super(rows);
        setRowFilter(new RowFilter<>() {
            @Override
            public boolean include(Entry<? extends ElementTableModel, ? extends Integer> row) {
                return isShown(row.getIdentifier());
            }
        });
    }

    @Override
    public boolean isSortable(int column) {
        return false;
    }

    /** Shows all parts, before the rows become other elements. */
    void unfoldAll() {
        folded.clear();
    }

    /** Whether its parts are hidden. */
    boolean isFolded(int element) {
        return folded.get(element);
    }

    /** Hides its parts, or shows them again. */
    void toggle(int element) {
        folded.flip(element);
        sort();
    }

    /** Shows the element, whatever it is a part of. */
    void reveal(int element) {
        if (!isShown(element)) {
            for (int at = tree().parent(element); at != ElementTree.NONE; at = tree().parent(at)) {
                folded.clear(at);
            }
            sort();
        }
    }

    private boolean isShown(int element) {
        int at = tree().parent(element);
        while (at != ElementTree.NONE && !folded.get(at)) {
            at = tree().parent(at);
        }
        return at == ElementTree.NONE;
    }

    private ElementTree tree() {
        return getModel().tree();
    }
}
