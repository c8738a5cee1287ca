package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.MessageDescription;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/**
 * One message: a tree of its elements, its bytes below; a selected element's bytes are highlighted. Used on the event
 * thread.
 */
public final class MessageView extends JPanel {
    private static final long serialVersionUID = 1L;

    private final MessagePane pane = new MessagePane("differs.response");
    private final SearchBar search = new SearchBar(new SearchRing(List.of(pane)));

    /** A view without a message. */
    public MessageView() {
        super(new BorderLayout());
        add(search, BorderLayout.NORTH);
        add(pane, BorderLayout.CENTER);
        search.reachableFrom(this);
        pane.offer(search::begin);
    }

    /** Shows a message. What was selected and searched for stays so if this message has it, too. */
    public void show(MessageDescription message) {
        pane.show(message, Optional.empty());
        search.refresh();
    }

    /** Shows no message. */
    public void clear() {
        pane.clear();
        search.refresh();
    }
}
