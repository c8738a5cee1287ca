package io.github.isostress.jmeter.view;

import java.util.BitSet;
import javax.swing.RowFilter;
import javax.swing.table.TableRowSorter;

/** Which elements show their parts, and the order of the rows: always that of the message. */
final class Folding extends TableRowSorter<ElementTableModel> {
    private final BitSet folded = new BitSet();

    /** Shows all parts of these rows. */
    Folding(ElementTableModel rows) {
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
            for (int at = outline().parent(element);
                    at != Outline.NONE;
                    at = outline().parent(at)) {
                folded.clear(at);
            }
            sort();
        }
    }

    private boolean isShown(int element) {
        int at = outline().parent(element);
        while (at != Outline.NONE && !folded.get(at)) {
            at = outline().parent(at);
        }
        return at == Outline.NONE;
    }

    private Outline outline() {
        return getModel().outline();
    }
}
