package io.github.isostress.jmeter.gui.form;

import java.util.List;
import javax.swing.JComboBox;
import javax.swing.text.JTextComponent;

/** A field for one of some choices or any other text, which tells of each change. */
public final class ChoiceField extends JComboBox<String> {
    private static final long serialVersionUID = 1L;

    private transient Runnable changed = () -> {};

    ChoiceField(List<String> choices) {
        super(choices.toArray(String[]::new));
        setEditable(true);
        // A change of the look and feel replaces the editor.
        addPropertyChangeListener("editor", event -> watch());
        watch();
    }

    private void watch() {
        if (getEditor() != null && getEditor().getEditorComponent() instanceof JTextComponent typed) {
            typed.getAccessibleContext()
                    .setAccessibleName(getAccessibleContext().getAccessibleName());
            typed.getDocument().addDocumentListener(new OnChange(() -> changed.run()));
        }
    }

    /** Runs the action each time another text is shown, typed or chosen. */
    public void onChange(Runnable action) {
        Runnable before = changed;
        changed = () -> {
            before.run();
            action.run();
        };
    }

    /** The text as it is shown. */
    public String text() {
        return String.valueOf(getEditor().getItem());
    }

    /** Shows a text. */
    void show(String text) {
        setSelectedItem(text);
        getEditor().setItem(text);
    }
}
