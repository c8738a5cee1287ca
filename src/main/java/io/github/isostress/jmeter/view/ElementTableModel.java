package io.github.isostress.jmeter.view;

import javax.swing.table.AbstractTableModel;

/** The elements of a message as rows. */
final class ElementTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1L;
    private static final ElementColumn[] COLUMNS = ElementColumn.values();

    private transient ElementTree tree = ElementTree.EMPTY;

    /** Shows other elements. */
    void show(ElementTree elements) {
        tree = elements;
        fireTableDataChanged();
    }

    ElementTree tree() {
        return tree;
    }

    @Override
    public int getRowCount() {
        return tree.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS[column].title();
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return String.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        return COLUMNS[column].text(tree.element(row));
    }
}
