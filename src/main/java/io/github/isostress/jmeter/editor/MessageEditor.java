package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.draft.TextEdit;
import io.github.isostress.jmeter.element.JMeterExpressions;
import io.github.isostress.message.DefinedElement;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.template.TemplateSource;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import net.miginfocom.swing.MigLayout;

/**
 * A template as table and text, always in step. The text is the truth: a change of a row is a change of the text, and
 * both have one history. Used on the event thread.
 */
public final class MessageEditor extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double TABLE_SHARE = 0.6;

    private final transient TextSide text;
    private final transient TemplateDocument document;
    private final TemplateTable table;
    private final StatusLine status;
    private final transient LiveCheck check;
    private final transient RowCommands commands;
    /** Read where templates are checked, off the event thread. */
    private final transient AtomicReference<RequestCheck> requestCheck;

    private final transient List<Runnable> listeners = new ArrayList<>();
    private transient List<TemplateProblem> problems = List.of();
    private transient Optional<IsoPackager> defined = Optional.empty();
    private boolean showing;

    /** Shows an empty template. */
    public MessageEditor() {
        this(new AtomicReference<>(RequestCheck.READ_BACK));
    }

    private MessageEditor(AtomicReference<RequestCheck> chosen) {
        this(
                (text, packager) -> MessageTemplate.problems(
                        TemplateSource.only(text), packager, JMeterExpressions.INSTANCE, chosen.get()),
                () -> Toolkit.getDefaultToolkit().getSystemClipboard(),
                chosen);
    }

    MessageEditor(LiveCheck.Rules rules, Supplier<Clipboard> clipboard) {
        this(rules, clipboard, new AtomicReference<>());
    }

    private MessageEditor(LiveCheck.Rules rules, Supplier<Clipboard> clipboard, AtomicReference<RequestCheck> chosen) {
        super(new MigLayout("fill, insets 0, gap 0 2lp, wrap 1, hidemode 3", "[grow, fill]", "[][grow, fill][]"));
        text = new TextSide(this::draft);
        document = new TemplateDocument(text.document(), text::wrap, this::changed);
        table = new TemplateTable(this::apply, this::typed);
        status = new StatusLine(this::goToFirstProblem);
        check = new LiveCheck(rules, this::text, this::show);
        requestCheck = chosen;
        commands = new RowCommands(document, table, this::apply, new RowClipboard(clipboard), status::say);
        commands.askBy(this::askForElement);
        text.useHistory(commands.of(Command.UNDO), commands.of(Command.REDO));
        table.onSelection(this::followSelection);
        text.onCaret(offset -> draft().rowOfLine(draft().lineAt(offset)).ifPresent(row -> table.select(List.of(row))));
        layOut();
    }

    private void layOut() {
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), text.scrolled());
        split.setResizeWeight(TABLE_SHARE);
        split.setContinuousLayout(true);
        split.setBorder(null);
        add(commands.buttons());
        add(split);
        add(status, "wmin 0");
    }

    /** The template's text, with what is being typed into a cell at this moment. */
    public String text() {
        return document.given(
                table.pending().map(edit -> edit.applyTo(draft().text())).orElseGet(() -> draft().text()));
    }

    /** Shows another template: the history of changes begins anew. */
    public void setText(String template) {
        showing = true;
        try {
            table.cancelEditing();
            table.clearSelection();
            document.show(template);
            show(List.of(), Optional.empty());
            text.goToStart();
            table.scrollRectToVisible(table.getCellRect(0, 0, true));
        } finally {
            showing = false;
        }
    }

    /** Shows another template's text as a change that can be undone: what an import gives. */
    public void replaceText(String template) {
        table.stopEditing();
        document.replaceAll(template);
        text.goToStart();
    }

    /** Names and checks the elements as this packager defines them; empty for raw messages. */
    public void setPackager(Optional<IsoPackager> packager) {
        defined = packager;
        table.setPackager(packager);
        check.setPackager(packager);
    }

    /** Checks the template by what its messages are checked by before they are sent. */
    public void setRequestCheck(RequestCheck chosen) {
        requestCheck.set(chosen);
        check.soon();
    }

    /** Is told of each change that the user makes, while it is typed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private TemplateDraft draft() {
        return document.draft();
    }

    private Optional<String> askForElement() {
        return ElementPicker.ask(this, defined.map(DefinedElement::allOf).orElse(List.of()));
    }

    private void apply(TextEdit edit) {
        document.apply(edit);
        table.select(edit.rows());
    }

    private void changed() {
        table.show(draft());
        typed();
    }

    private void typed() {
        commands.refresh();
        check.soon();
        if (!showing) {
            listeners.forEach(Runnable::run);
        }
    }

    private void followSelection() {
        List<Integer> rows = table.selected();
        if (rows.size() == 1 && rows.get(0) < draft().rows().size()) {
            text.follow(draft().rows().get(rows.get(0)));
        }
    }

    private void show(List<TemplateProblem> found, Optional<String> unchecked) {
        problems = List.copyOf(found);
        table.showProblems(problems);
        text.showProblems(problems);
        status.show(draft(), problems, unchecked);
    }

    private void goToFirstProblem() {
        if (!problems.isEmpty()) {
            int line = problems.get(0).line();
            draft().rowOfLine(line).ifPresentOrElse(table::writeValue, () -> text.write(draft().offsetOf(line)));
        }
    }
}
