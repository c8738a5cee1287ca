package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.draft.TextEdit;
import io.github.isostress.draft.VariedTemplate;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.rehearsal.KnownKey;
import io.github.isostress.jmeter.rehearsal.KnownVariable;
import io.github.isostress.jmeter.setting.JMeterExpressions;
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
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JMenu;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import net.miginfocom.swing.MigLayout;
import org.apache.commons.lang3.StringUtils;

/**
 * A template as table and text, always in step. The text is the truth: a change of a row is a change of the text, and
 * both have one history. Used on the event thread.
 */
public final class MessageEditor extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double TABLE_SHARE = 0.6;
    private static final List<Command> TEXT_KEYS = List.of(Command.UNDO, Command.REDO, Command.VARY, Command.FIND);
    private static final int OUTCOME_ROWS = 1;

    private final transient TextSide text;
    private final transient TemplateDocument document;
    private final TemplateTable table;
    private final transient ProblemViews problems;
    private final transient LiveCheck check;
    private final transient RowCommands commands;
    private final transient EditorMenus menus;
    private final transient FormulaAid aid;
    private final transient RowSearch search;
    private final SentenceArea outcome = new SentenceArea(OUTCOME_ROWS);
    private final transient List<Runnable> listeners = new ArrayList<>();
    private final transient InheritedTexts inherited = new InheritedTexts();
    private transient Optional<IsoPackager> defined = Optional.empty();
    private boolean showing;

    private MessageEditor(LiveCheck.Rules rules) {
        this(rules, () -> Toolkit.getDefaultToolkit().getSystemClipboard());
    }

    MessageEditor(LiveCheck.Rules rules, Supplier<Clipboard> clipboard) {
        super(new MigLayout("fill, insets 0, gap 0 2lp, wrap 1, hidemode 3", "[grow, fill]", "[][grow, fill][][][][]"));
        text = new TextSide(this::draft);
        document = new TemplateDocument(text.document(), text::wrap, this::changed);
        table = new TemplateTable(this::apply, this::typed);
        problems = new ProblemViews(table, text, this::draft);
        check = new LiveCheck(rules, () -> inherited.behind(text()), this::show);
        commands = new RowCommands(document, table, this::apply, new RowClipboard(clipboard), problems.status()::say);
        commands.askBy(this::askForElement);
        commands.doBy(Command.VARY, this::makeItVary);
        TEXT_KEYS.forEach(command -> text.use(command, commands.of(command)));
        menus = new EditorMenus(commands, table, text);
        table.selection().onChange(this::followSelection);
        text.onCaret(offset -> draft().rowOfLine(draft().lineAt(offset))
                .ifPresent(row -> table.selection().choose(List.of(row))));
        search = new RowSearch(table);
        commands.doBy(Command.FIND, search::begin);
        aid = new FormulaAid(table, text, this::draft);
        commands.completeBy(aid::completeCell);
        layOut();
    }

    /** An editor for a request's message. */
    public static MessageEditor ofRequest() {
        return new MessageEditor((sources, packager, requestCheck) ->
                MessageTemplate.problems(sources, packager, JMeterExpressions.INSTANCE, requestCheck));
    }

    /** An editor for the lines of message defaults, which are no whole message. */
    public static MessageEditor ofDefaults() {
        return new MessageEditor(new DefaultsRules());
    }

    private void layOut() {
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), text.scrolled());
        split.setResizeWeight(TABLE_SHARE);
        split.setContinuousLayout(true);
        split.setBorder(null);
        add(commands.buttons());
        commands.offerOfInheritedRows(false);
        add(split);
        add(aid.note(), "wmin 0");
        add(outcome, "wmin 0");
        add(problems.status(), "wmin 0");
        add(search.bar(), "wmin 0");
        outcome.getAccessibleContext().setAccessibleName(EditorLabels.get("outcome"));
        say("");
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

    /** Adds lines at the end, as a change that can be undone. */
    public void appendText(String lines) {
        String before = text();
        replaceText(before.isBlank() ? lines : StringUtils.appendIfMissing(before, "\n") + lines);
    }

    /** Names and checks the elements as this packager defines them; empty for raw messages. */
    public void setPackager(Optional<IsoPackager> packager) {
        defined = packager;
        table.setPackager(packager);
        check.setPackager(packager);
    }

    /** Another element's template comes: nothing is checked until the packager of its connection is set. */
    public void awaitPackager() {
        check.awaitPackager();
    }

    /** Offers these keys where a formula names one. */
    public void setKeys(List<KnownKey> inScope) {
        aid.setKeys(inScope);
    }

    /** Offers these variables where an expression begins. */
    public void setVariables(List<KnownVariable> known) {
        aid.setVariables(known);
    }

    /** Shows what the template inherits from these texts, the nearest first, and checks it with them. */
    public void setInherited(List<TemplateSource> texts) {
        if (inherited.take(texts)) {
            table.cancelEditing();
            table.show(draft(), inherited.of(draft().text()));
            commands.offerOfInheritedRows(!inherited.isEmpty());
            commands.refresh();
            check.soon();
        }
    }

    /** Checks the template by what its messages are checked by before they are sent. */
    public void setRequestCheck(RequestCheck chosen) {
        check.setRequestCheck(chosen);
    }

    /** Is told of each change that the user makes, while it is typed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private TemplateDraft draft() {
        return document.draft();
    }

    void addElement(String path) {
        commands.add(ElementChoice.of(path));
    }

    private Optional<ElementChoice> askForElement() {
        return ElementPicker.ask(this, ElementChoices.of(defined));
    }

    /** Adds a menu to those of table and text. */
    public void offer(Supplier<JMenu> menu) {
        menus.offer(menu);
    }

    /** A button that turns one message into many. */
    public JButton varyButton() {
        return new JButton(commands.of(Command.VARY));
    }

    private void makeItVary() {
        VariedTemplate varied = VariedTemplate.of(draft(), defined, inherited.elements());
        apply(varied.edit());
        say(varied.sentence());
    }

    /** Says what was done, until the template changes. */
    private void say(String sentence) {
        outcome.tell(sentence);
        outcome.setVisible(!sentence.isEmpty());
    }

    private void apply(TextEdit edit) {
        document.apply(edit);
        table.selection().choose(edit.rows());
    }

    private void changed() {
        table.show(draft(), inherited.of(draft().text()));
        search.again();
        say("");
        aid.explain();
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
        List<Integer> rows = table.selection().all();
        if (rows.size() == 1 && rows.get(0) < draft().rows().size()) {
            text.follow(draft().rows().get(rows.get(0)));
        }
    }

    private void show(List<TemplateProblem> found, Optional<String> unchecked) {
        problems.show(inherited.count(), found, unchecked);
    }
}
