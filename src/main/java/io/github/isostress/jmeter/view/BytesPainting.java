package io.github.isostress.jmeter.view;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.Map;

/** Draws the bytes of a {@link BytesPanel}: only the rows that are to be seen. */
final class BytesPainting {
    private final BytesPanel panel;

    BytesPainting(BytesPanel panel) {
        this.panel = panel;
    }

    /** Draws what the graphics' clip asks for. */
    void paint(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Object hints = Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints");
        if (hints instanceof Map<?, ?> smooth) {
            g.addRenderingHints(smooth);
        }
        Rectangle clip = g.getClipBounds();
        g.setColor(panel.getBackground());
        g.fill(clip);
        BytesGrid grid = panel.grid();
        int first = Math.max(0, clip.y / grid.line());
        int last = Math.min(grid.rows() - 1, (clip.y + clip.height) / grid.line());
        for (int row = first; row <= last; row++) {
            paintRow(g, grid, row * grid.perRow());
        }
        g.dispose();
    }

    private void paintRow(Graphics2D g, BytesGrid grid, int start) {
        int ascent = g.getFontMetrics(panel.getFont()).getAscent();
        g.setFont(panel.getFont());
        g.setColor(ThemeColours.quiet(panel));
        g.drawString(ByteText.offset(start, grid.offsetDigits()), grid.letter(), grid.top(start) + ascent);
        for (int i = start; i < Math.min(start + grid.perRow(), grid.count()); i++) {
            Rectangle hex = grid.hexCell(i);
            Rectangle character = grid.characterCell(i);
            Color shade = shade(i);
            if (shade != null) {
                g.setColor(shade);
                g.fill(hex);
                g.fill(character);
            }
            g.setColor(panel.isMarked(i) ? ThemeColours.selectedText() : text(shade));
            g.drawString(ByteText.hex(panel.bytes(), i), hex.x + grid.letter() / 2, hex.y + ascent);
            g.drawString(ByteText.character(panel.bytes(), i), character.x, character.y + ascent);
            if (i == panel.caret() && panel.isFocusOwner()) {
                g.drawRect(hex.x, hex.y, hex.width - 1, hex.height - 1);
                g.drawRect(character.x, character.y, character.width - 1, character.height - 1);
            }
        }
    }

    private Color text(Color shade) {
        return shade == null ? panel.getForeground() : ThemeColours.readable(panel.getForeground(), shade);
    }

    private Color shade(int offset) {
        if (panel.isMarked(offset)) {
            return ThemeColours.selection();
        }
        int stretch = panel.tree().stretchOf(offset);
        if (stretch == 0) {
            return null;
        }
        return stretch % 2 == 0 ? ThemeColours.faint(panel) : ThemeColours.clear(panel);
    }
}
