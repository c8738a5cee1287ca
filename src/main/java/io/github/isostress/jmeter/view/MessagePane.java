package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescription;
import java.awt.BorderLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;

/**
 * One message without a search: the tree, what is selected in full, the bytes. Elements are named by their place in the
 * {@link ElementTree}. Used on the event thread.
 */
final class MessagePane extends ShrinkablePanel {
    private static final long serialVersionUID = 1L;
    private static final double TREE_SHARE = 0.8;

    private final JLabel title = new JLabel();
    private final ElementTable table = new ElementTable();
    private final JTextArea detail = ReadOnlyText.sentences();
    private final BytesPanel bytes =
            new BytesPanel(offset -> table.select(table.tree().holderOf(offset)));
    private final CollapsibleSplit split;
    private transient Consumer<String> onSelect = path -> {};
    private final String differsKey;
    private transient Optional<MessageDescription> shown = Optional.empty();

    /**
     * Without a message.
     *
     * @param differsKey of the words about a value that the message beside it has
     */
    MessagePane(String differsKey) {
        super(new BorderLayout());
        this.differsKey = differsKey;
        title.setLabelFor(table);
        title.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
        table.getSelectionModel().addListSelectionListener(e -> {
            if (!e.getValueIsAdjusting()) {
                selectionChanged();
            }
        });
        detail.setRows(2);
        detail.getAccessibleContext().setAccessibleName(ViewLabels.get("detail"));
        detail.setToolTipText(ViewLabels.get("detail.tip"));
        JPanel below = new JPanel(new BorderLayout());
        below.add(new JScrollPane(detail), BorderLayout.NORTH);
        below.add(
                new JScrollPane(
                        bytes, JScrollPane.VERTICAL_SCROLLBAR_ALWAYS, JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED),
                BorderLayout.CENTER);
        split = new CollapsibleSplit(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), below, TREE_SHARE);
        add(title, BorderLayout.NORTH);
        add(split, BorderLayout.CENTER);
        title.setVisible(false);
    }

    /** Gives it a title. */
    void entitle(String text) {
        title.setText(text);
        title.setVisible(true);
        table.getAccessibleContext().setAccessibleName(text);
    }

    /** A right click offers to copy, and to begin a search. */
    void offer(Runnable find) {
        ViewMenu.offer(table, bytes, find);
    }

    /** Tells of the path of what is selected. */
    void onSelect(Consumer<String> listener) {
        onSelect = listener;
    }

    /**
     * Shows a message; what was selected stays so if the message has it.
     *
     * @param beside the message whose differing values are marked; empty for none
     */
    void show(MessageDescription message, Optional<ElementTree> beside) {
        String path = path();
        shown = Optional.of(message);
        ElementTree tree = new ElementTree(message);
        show(
                tree,
                message,
                beside.map(other -> DifferingValues.between(tree, other)).orElse(DifferingValues.NONE));
        select(path);
    }

    /** Shows no message. */
    void clear() {
        shown = Optional.empty();
        show(ElementTree.EMPTY, ElementTree.NO_MESSAGE, DifferingValues.NONE);
    }

    private void show(ElementTree tree, MessageDescription message, DifferingValues differing) {
        table.show(tree, element -> differing.beside(element).map(other -> ViewLabels.filled(differsKey, other)));
        bytes.show(message, tree);
        split.show(tree.size() > 0, true);
        tell();
    }

    ElementTree tree() {
        return table.tree();
    }

    /** Marks what was searched for. */
    void mark(BitSet elements) {
        table.mark(elements);
    }

    /** The element that was selected last; {@link ElementTree#NONE} if none is. */
    int selected() {
        return table.selected();
    }

    /** Selects an element. */
    void select(int element) {
        table.select(element);
    }

    /** Selects the element of that path, or none. */
    void select(String path) {
        if (!path.equals(path())) {
            table.select(tree().find(path));
        }
    }

    private String path() {
        return selected() == ElementTree.NONE ? "" : tree().path(selected());
    }

    private void selectionChanged() {
        List<ByteRange> ranges = Arrays.stream(table.allSelected())
                .mapToObj(tree()::range)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        bytes.mark(ranges);
        tell();
        if (selected() != ElementTree.NONE) {
            onSelect.accept(path());
        }
    }

    private void tell() {
        detail.setText(shown.map(message -> Stream.of(
                                selected() == ElementTree.NONE ? ViewLabels.get("detail.none") : sentence(selected()),
                                message.remark())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .orElse(""));
        detail.setCaretPosition(0);
    }

    private String sentence(int selected) {
        DescribedElement element = tree().element(selected);
        String what = Stream.of(
                        element.label(),
                        element.name(),
                        element.shown(),
                        element.meaning(),
                        table.difference(selected).orElse(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
        return element.start() < 0 || element.end() < element.start()
                ? what
                : what + "  "
                        + ViewLabels.filled(
                                "detail.bytes", element.end() - element.start(), ByteText.offset(element.start(), 4));
    }
}
