package io.github.isostress.window;

import io.github.isostress.support.Await;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JTree;

/** A tree, as it is used. */
final class Branches {
    private final Hand hand;
    private final JTree tree;

    Branches(Hand hand, JTree tree) {
        this.hand = hand;
        this.tree = tree;
    }

    /** What its rows show, but for those that are folded away. */
    List<String> rows() {
        return Edt.get(() -> ReadableText.rows(tree));
    }

    /** Clicks the first row that shows this among other words. */
    void click(String words) {
        int row = row(words);
        hand.click(tree, Edt.get(() -> tree.getRowBounds(row)));
        Await.until("row " + words + " is selected", () -> Edt.get(() -> tree.isRowSelected(row)));
    }

    /** Opens the first row that shows this, so that the rows below it can be seen. */
    void unfold(String words) {
        int row = row(words);
        Edt.run(() -> tree.expandRow(row));
    }

    private int row(String words) {
        try {
            Await.until("the tree has a row " + words, () -> search(words) >= 0);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; it has:\n" + String.join("\n", rows()), e);
        }
        return search(words);
    }

    private int search(String words) {
        List<String> rows = rows();
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).contains(words))
                .findFirst()
                .orElse(-1);
    }
}
