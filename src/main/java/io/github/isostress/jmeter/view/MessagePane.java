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
final class MessagePane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double TREE_SHARE = 0.65;

    private final JLabel title = new JLabel();
    private final ElementTable table = new ElementTable();
    private final JTextArea detail = ReadOnlyText.sentences();
    private final BytesPanel bytes =
            new BytesPanel(offset -> table.select(table.tree().holderOf(offset)));
    private final CollapsibleSplit split;
    private transient Consumer<String> onSelect = path -> {};
    private transient Optional<MessageDescription> shown = Optional.empty();

    MessagePane() {
        super(new BorderLayout());
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

    /** Tells of the path of what is selected. */
    void onSelect(Consumer<String> listener) {
        onSelect = listener;
    }

    /** Shows a message; what was selected stays so if the message has it. */
    void show(MessageDescription message) {
        String path = path();
        shown = Optional.of(message);
        show(new ElementTree(message), message);
        select(path);
    }

    /** Shows no message. */
    void clear() {
        shown = Optional.empty();
        show(ElementTree.EMPTY, ElementTree.NO_MESSAGE);
    }

    private void show(ElementTree tree, MessageDescription message) {
        table.show(tree);
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
        String what = Stream.of(element.label(), element.name(), element.shown(), element.meaning())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
        return element.start() < 0 || element.end() < element.start()
                ? what
                : what + "  "
                        + ViewLabels.filled(
                                "detail.bytes", element.end() - element.start(), ByteText.offset(element.start(), 4));
    }
}
