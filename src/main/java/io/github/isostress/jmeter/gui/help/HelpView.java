package io.github.isostress.jmeter.gui.help;

import io.github.isostress.jmeter.gui.form.ActionButton;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.StyleSheet;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.action.KeyStrokes;

/** The help: its contents on the left, a page on the right, a way back and a search above. Used on the event thread. */
public final class HelpView extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 20;

    private final JList<HelpPage> contents = new JList<>(HelpPage.values());
    private final JEditorPane text = new JEditorPane();
    private final ActionButton back = new ActionButton("help.back", this::goBack);
    private final JTextField wanted = new JTextField(COLUMNS);
    private final JLabel outcome = new JLabel(" ");
    private final transient InBackground<HTMLDocument> reading = new InBackground<>(this::show, this::refuse);
    private final transient InBackground<Optional<HelpSearch.Found>> searching =
            new InBackground<>(this::show, this::refuse);
    private final transient Deque<HelpPlace> before = new ArrayDeque<>();
    private transient HelpPlace place = HelpPlace.top(HelpPage.CONTENTS);
    private int searchFrom;

    /** Shows no page yet. */
    public HelpView() {
        super(new BorderLayout());
        text.setEditable(false);
        text.setContentType("text/html");
        text.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
        text.getAccessibleContext().setAccessibleName(PanelLabels.get("help.title"));
        text.addHyperlinkListener(event -> {
            if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED) {
                place.follow(event.getDescription()).ifPresent(this::goTo);
            }
        });
        contents.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        contents.getAccessibleContext().setAccessibleName(PanelLabels.get("help.contents"));
        contents.addListSelectionListener(event -> {
            HelpPage chosen = contents.getSelectedValue();
            if (!event.getValueIsAdjusting() && chosen != null && chosen != place.page()) {
                goTo(HelpPlace.top(chosen));
            }
        });
        JScrollPane page = new JScrollPane(text);
        page.setPreferredSize(new Dimension(0, 0));
        add(bar(), BorderLayout.NORTH);
        add(new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, new JScrollPane(contents), page), BorderLayout.CENTER);
        onKey(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, KeyStroke.getKeyStroke("alt LEFT"), this::goBack);
        onKey(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, KeyStrokes.SEARCH_TREE, this::askForText);
        onKey(wanted, WHEN_FOCUSED, KeyStrokes.ENTER, this::search);
        back.setEnabled(false);
    }

    private JPanel bar() {
        JLabel label = new JLabel(PanelLabels.get("help.find") + ":");
        label.setLabelFor(wanted);
        wanted.setToolTipText(PanelLabels.get("help.find.tip"));
        wanted.getAccessibleContext().setAccessibleName(PanelLabels.get("help.find"));
        JPanel bar = new JPanel(new MigLayout("novisualpadding, insets 4lp", "[]unrel[][]rel[grow]"));
        bar.add(back);
        bar.add(label);
        bar.add(wanted);
        bar.add(outcome, "wmin 0");
        return bar;
    }

    private static void onKey(JComponent component, int condition, KeyStroke key, Runnable work) {
        component.getInputMap(condition).put(key, key.toString());
        component.getActionMap().put(key.toString(), new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                work.run();
            }
        });
    }

    /** Shows a place; Back leads to where one was before. */
    void goTo(HelpPlace target) {
        before.push(place);
        open(target);
    }

    private void goBack() {
        if (!before.isEmpty()) {
            open(before.pop());
        }
    }

    private void open(HelpPlace target) {
        at(target);
        StyleSheet style = HelpStyle.current();
        reading.begin(() -> target.page().read(style));
    }

    private void at(HelpPlace target) {
        searching.forget();
        place = target;
        searchFrom = 0;
        text.getHighlighter().removeAllHighlights();
        outcome.setText(" ");
        back.setEnabled(!before.isEmpty());
        contents.setSelectedValue(target.page(), true);
    }

    private void show(HTMLDocument document) {
        text.setDocument(document);
        text.setCaretPosition(0);
        // A document that was not laid out has no places to scroll to.
        SwingUtilities.invokeLater(() -> {
            text.scrollRectToVisible(new Rectangle(0, 0, 1, 1));
            if (!place.anchor().isEmpty()) {
                text.scrollToReference(place.anchor());
            }
        });
    }

    private void askForText() {
        wanted.selectAll();
        wanted.requestFocusInWindow();
    }

    private void search() {
        String words = wanted.getText().strip();
        if (!words.isEmpty()) {
            StyleSheet style = HelpStyle.current();
            HelpPage page = place.page();
            int from = searchFrom;
            searching.begin(() -> HelpSearch.next(words, page, from, style));
        }
    }

    private void show(Optional<HelpSearch.Found> found) {
        found.ifPresentOrElse(this::show, () -> outcome.setText(PanelLabels.get("help.find.none")));
    }

    private void show(HelpSearch.Found found) {
        if (found.page() != place.page()) {
            before.push(place);
        }
        at(HelpPlace.top(found.page()));
        searchFrom = found.offset() + 1;
        text.setDocument(found.document());
        text.setCaretPosition(found.offset());
        int end = found.offset() + wanted.getText().strip().length();
        try {
            text.getHighlighter()
                    .addHighlight(
                            found.offset(),
                            end,
                            new DefaultHighlighter.DefaultHighlightPainter(text.getSelectionColor()));
        } catch (BadLocationException e) {
            // The text to find was changed meanwhile, and reaches beyond the page.
        }
    }

    private void refuse(Throwable reason) {
        text.setText(PanelLabels.get("help.unreadable") + reason.getMessage());
    }

    /** The page that is shown. */
    HelpPlace place() {
        return place;
    }

    /** What is shown of it. */
    JEditorPane text() {
        return text;
    }
}
