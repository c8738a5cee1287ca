package io.github.isostress.jmeter.view;

import io.github.isostress.jmeter.gui.form.OnChange;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.action.KeyStrokes;

/** Searches messages: Enter goes to the next place, Shift+Enter to the one before, Escape empties it. */
public final class SearchBar extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 12;

    private final transient SearchedPlaces ring;
    private final JTextField field = new JTextField(COLUMNS);
    private final JLabel outcome = new JLabel(" ");

    /** Searches these places. */
    public SearchBar(SearchedPlaces ring) {
        super(new MigLayout("novisualpadding, insets 2lp 4lp 2lp 4lp, fillx", "[][grow,fill]rel[]"));
        this.ring = ring;
        JLabel label = new JLabel(ViewLabels.get("search"));
        label.setLabelFor(field);
        field.setToolTipText(ViewLabels.get("search.tip"));
        add(label);
        add(field, "wmin 40lp, wmax 300lp");
        add(outcome, "wmin 70lp");
        field.getDocument().addDocumentListener(new OnChange(this::refresh));
        onKey(field, KeyStrokes.ENTER, () -> visit(ring::next));
        onKey(field, KeyStroke.getKeyStroke("shift ENTER"), () -> visit(ring::previous));
        onKey(field, KeyStrokes.ESC, () -> field.setText(""));
    }

    /** Makes Ctrl+F go to the search from anywhere in that component. */
    void reachableFrom(JComponent whole) {
        KeyStroke find = KeyStrokes.SEARCH_TREE;
        whole.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(find, "find");
        whole.getActionMap().put("find", action(this::begin));
    }

    /** Takes the keyboard, and what is typed next in place of what was. */
    public void begin() {
        field.selectAll();
        field.requestFocusInWindow();
    }

    /** Is told when Escape has emptied it. */
    public void onEscape(Runnable listener) {
        onKey(field, KeyStrokes.ESC, () -> {
            field.setText("");
            listener.run();
        });
    }

    private static void onKey(JTextField field, KeyStroke key, Runnable work) {
        field.getInputMap(WHEN_FOCUSED).put(key, key.toString());
        field.getActionMap().put(key.toString(), action(work));
    }

    private static AbstractAction action(Runnable work) {
        return new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                work.run();
            }
        };
    }

    private void visit(Runnable step) {
        step.run();
        tell();
    }

    /** Searches again, for the text or the messages have changed, and selects the first place unless one is selected. */
    void refresh() {
        ring.search(field.getText());
        if (ring.position() == 0) {
            ring.next();
        }
        tell();
    }

    /** Says which place is selected, of how many; to be asked for when the places have changed by themselves. */
    public void tell() {
        if (field.getText().isBlank()) {
            outcome.setText(" ");
        } else if (ring.size() == 0) {
            outcome.setText(ViewLabels.get("search.none"));
        } else {
            outcome.setText(ViewLabels.filled("search.place", ring.position(), ring.size()));
        }
    }
}
