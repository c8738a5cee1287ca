package io.github.isostress.jmeter.editor;

import io.github.isostress.jmeter.view.SearchBar;
import io.github.isostress.jmeter.view.SearchedPlaces;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.apache.commons.lang3.StringUtils;

/** What a search finds in the rows of a message, own or inherited, by what their cells show. Used on the event thread. */
final class RowSearch implements SearchedPlaces {
    private static final List<Column> SEARCHED = List.of(Column.PATH, Column.NAME, Column.VALUE, Column.ORIGIN);

    private final TemplateTable table;
    private final SearchBar bar = new SearchBar(this);
    private String wanted = "";
    private List<Integer> hits = List.of();

    RowSearch(TemplateTable table) {
        this.table = table;
        bar.onEscape(this::end);
        bar.setVisible(false);
    }

    /** Where the text to search for is typed; it is there from the first search to Escape. */
    JComponent bar() {
        return bar;
    }

    /** Lets the user type what to search for. */
    void begin() {
        bar.setVisible(true);
        bar.begin();
    }

    private void end() {
        bar.setVisible(false);
        table.requestFocusInWindow();
    }

    @Override
    public void search(String text) {
        wanted = text.strip();
        find();
    }

    /** The rows have changed. */
    void again() {
        find();
        bar.tell();
    }

    private void find() {
        hits = wanted.isEmpty()
                ? List.of()
                : IntStream.range(0, table.getRowCount())
                        .filter(this::holdsWanted)
                        .boxed()
                        .toList();
        table.rows().mark(hits);
    }

    private boolean holdsWanted(int row) {
        return SEARCHED.stream()
                .map(column -> table.rows().getValueAt(row, column.ordinal()))
                .anyMatch(text -> StringUtils.containsIgnoreCase(text, wanted));
    }

    @Override
    public int size() {
        return hits.size();
    }

    @Override
    public int position() {
        return hits.indexOf(table.getSelectedRow()) + 1;
    }

    @Override
    public void next() {
        int selected = table.getSelectedRow();
        choose(Stream.concat(hits.stream().filter(row -> row > selected), hits.stream()));
    }

    @Override
    public void previous() {
        int selected = table.getSelectedRow() < 0 ? table.getRowCount() : table.getSelectedRow();
        List<Integer> before = hits.stream().filter(row -> row < selected).toList();
        List<Integer> from = before.isEmpty() ? hits : before;
        choose(from.stream().skip(Math.max(0, from.size() - 1)));
    }

    private void choose(Stream<Integer> places) {
        places.findFirst().ifPresent(row -> table.selection().choose(List.of(row)));
    }
}
