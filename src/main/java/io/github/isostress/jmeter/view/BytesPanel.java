package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.HexDumpRow;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownBytes;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseEvent;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.UIManager;

/**
 * The bytes of a frame as hex digits and characters, sixteen a row, or eight where there is no room for more. The bytes
 * of neighbouring elements have different shades; those that are marked look selected. One byte has the caret, which
 * the mouse and the arrow keys move. Used on the event thread.
 */
final class BytesPanel extends JComponent implements Scrollable {
    private static final long serialVersionUID = 1L;
    private static final int WIDE = HexDumpRow.BYTES;
    private static final int NARROW = 8;
    private static final int ROWS = 6;

    private final transient IntConsumer onCaret;
    private final transient BytesPainting painting = new BytesPainting(this);
    private transient ElementTree tree = ElementTree.EMPTY;
    private transient ShownBytes bytes = new ShownBytes(new byte[0], new BitSet());
    private transient BitSet marked = new BitSet();
    private transient List<ByteRange> ranges = List.of();
    private int caret;

    /**
     * Shows none yet.
     *
     * @param onCaret gets the offset when the user moves the caret
     */
    BytesPanel(IntConsumer onCaret) {
        this.onCaret = onCaret;
        setFocusable(true);
        setOpaque(true);
        updateUI();
        getAccessibleContext().setAccessibleName(ViewLabels.get("bytes"));
        setToolTipText(ViewLabels.get("bytes.tip"));
        setTransferHandler(new TextCopy(this::markedHex));
        BytesKeys.bind(this);
        BytesMouse mouse = new BytesMouse(this);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        listenToFocus();
    }

    private void listenToFocus() {
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent e) {
                repaint();
            }
        });
    }

    @Override
    public void updateUI() {
        setBackground(UIManager.getColor("TextArea.background"));
        setForeground(UIManager.getColor("TextArea.foreground"));
        Font text = UIManager.getFont("TextArea.font");
        setFont(new Font(Font.MONOSPACED, Font.PLAIN, text == null ? 12 : text.getSize()));
    }

    /** Shows the bytes of a message, none marked. */
    void show(MessageDescription message, ElementTree elements) {
        bytes = message.bytes();
        tree = elements;
        caret = 0;
        mark(List.of());
        revalidate();
    }

    /** Marks these bytes and no others. If the caret is not in the first stretch, it goes there; it is scrolled to. */
    void mark(List<ByteRange> stretches) {
        ranges = stretches;
        marked = new BitSet();
        stretches.forEach(range -> marked.set(range.start(), range.end()));
        if (!stretches.isEmpty()) {
            ByteRange first = stretches.get(0);
            caret = first.contains(caret) ? caret : first.start();
            describeCaret();
            scrollRectToVisible(grid().hexCell(first.end() - 1));
            scrollRectToVisible(grid().hexCell(caret));
        }
        repaint();
    }

    /** Moves the caret there, or as near as there are bytes, and tells of it. */
    void moveCaret(int offset) {
        if (count() > 0) {
            caret = Math.max(0, Math.min(count() - 1, offset));
            describeCaret();
            scrollRectToVisible(grid().hexCell(caret));
            repaint();
            onCaret.accept(caret);
        }
    }

    private void describeCaret() {
        getAccessibleContext().setAccessibleDescription(describe(caret));
    }

    private String describe(int offset) {
        int holder = tree.holderOf(offset);
        return ViewLabels.filled(
                "byte",
                String.valueOf(offset),
                ByteText.offset(offset, 4),
                ByteText.hex(bytes, offset),
                holder == ElementTree.NONE
                        ? ViewLabels.get("byte.of.none")
                        : tree.path(holder).replace("/", " "),
                holder == ElementTree.NONE ? "" : tree.element(holder).name());
    }

    /** The offset of the byte that has the caret. */
    int caret() {
        return caret;
    }

    /** How many bytes are shown. */
    int count() {
        return bytes.bytes().length;
    }

    /** What is shown. */
    ShownBytes bytes() {
        return bytes;
    }

    /** Whose bytes they are. */
    ElementTree tree() {
        return tree;
    }

    /** Whether the byte is marked. */
    boolean isMarked(int offset) {
        return marked.get(offset);
    }

    /** The marked bytes as they are shown, one stretch a line. */
    String markedHex() {
        return String.join(
                "\n", ranges.stream().map(range -> ByteText.hex(bytes, range)).toList());
    }

    /** Where the bytes stand. */
    BytesGrid grid() {
        BytesGrid wide = grid(WIDE);
        boolean cramped =
                getParent() instanceof JViewport view && view.getWidth() > 0 && view.getWidth() < wide.size().width;
        return cramped ? grid(NARROW) : wide;
    }

    private BytesGrid grid(int perRow) {
        FontMetrics metrics = getFontMetrics(getFont());
        return new BytesGrid(count(), perRow, metrics.charWidth('0'), metrics.getHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        painting.paint(graphics);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int offset = grid().at(event.getPoint());
        return offset < 0 ? super.getToolTipText(event) : ToolTips.of(describe(offset));
    }

    @Override
    public Dimension getPreferredSize() {
        return grid().size();
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(0, ROWS * grid().line());
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return grid().line();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(grid().line(), visible.height - grid().line());
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent().getWidth() > getPreferredSize().width;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() > getPreferredSize().height;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1L;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.TEXT;
                }
            };
        }
        return accessibleContext;
    }
}
