package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.ActionButton;
import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.rehearsal.Preview;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** The menu that copies the message, its functions evaluated once, to the clipboard. Used on the event thread. */
final class CopyMenu {
    private final Supplier<Callable<Preview>> preview;
    private final Consumer<String> clipboard;
    private final Consumer<String> say;
    private final InBackground<Copy> copying = new InBackground<>(this::deliver, this::refuse);
    private final JPopupMenu menu = new JPopupMenu();
    private final ActionButton button = new ActionButton("request.copy", this::open);

    private record Copy(MessageForm form, String text) {}

    /**
     * Nothing is copied yet.
     *
     * @param preview reads panel and tree on the event thread; the rest of the work is called off it
     * @param clipboard gets what is copied
     * @param say gets the sentence that tells of it, or of the failure
     */
    CopyMenu(Supplier<Callable<Preview>> preview, Consumer<String> clipboard, Consumer<String> say) {
        this.preview = preview;
        this.clipboard = clipboard;
        this.say = say;
        button.setComponentPopupMenu(menu);
        entries().forEach(menu::add);
    }

    private List<JMenuItem> entries() {
        return Arrays.stream(MessageForm.values()).map(this::entry).toList();
    }

    private JMenuItem entry(MessageForm form) {
        JMenuItem entry = new JMenuItem(label(form));
        entry.setToolTipText(PanelLabels.get(key(form) + ".tip"));
        entry.addActionListener(event -> copy(form));
        return entry;
    }

    /** The same as a part of another menu. */
    JMenu submenu() {
        JMenu submenu = new JMenu(PanelLabels.get("request.copy"));
        entries().forEach(submenu::add);
        return submenu;
    }

    private static String key(MessageForm form) {
        return "request.copy." + form.name().toLowerCase(Locale.ROOT);
    }

    private static String label(MessageForm form) {
        return PanelLabels.get(key(form));
    }

    /** What opens the menu. */
    ActionButton button() {
        return button;
    }

    private void open() {
        menu.show(button, 0, button.getHeight());
    }

    /** Copies the message in this form. */
    void copy(MessageForm form) {
        Callable<Preview> work = preview.get();
        copying.begin(() -> new Copy(form, form.of(work.call())));
    }

    /** What is under way is not copied any more: another element is edited. */
    void forget() {
        copying.forget();
    }

    private void deliver(Copy copy) {
        clipboard.accept(copy.text());
        say.accept(MessageFormat.format(PanelLabels.get("request.copy.done"), label(copy.form())));
    }

    private void refuse(Throwable thrown) {
        say.accept(FailureSentence.of(thrown));
    }
}
