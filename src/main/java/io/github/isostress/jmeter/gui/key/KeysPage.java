package io.github.isostress.jmeter.gui.key;

import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.rehearsal.KeysCheck;
import java.awt.BorderLayout;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * The keys of an element: a table without a digit of a key, what is wrong with the selected one or with any, and a
 * warning of keys that stand in the plan in the clear. Check values are found out off the event thread.
 */
public final class KeysPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOMENT_MILLIS = 300;
    private static final int GAP = 6;

    private final KeyRows rows = new KeyRows(this::checkSoon);
    private final KeysTable table = new KeysTable(rows);
    private final Remark warning = new Remark("keys.warning");
    private final SentenceArea verdict = new SentenceArea(2);
    private final transient Supplier<Callable<KeysCheck>> check;
    private final transient InBackground<KeysCheck> checking =
            new InBackground<>(this::show, thrown -> verdict.refuse(FailureSentence.of(thrown)));
    private final Timer pause = new Timer(MOMENT_MILLIS, event -> checkNow());
    private transient String elementProblem = "";

    /**
     * An empty page.
     *
     * @param check reads the fields on the event thread and gives the check of the keys
     */
    public KeysPage(Supplier<Callable<KeysCheck>> check) {
        super(new BorderLayout(GAP, GAP));
        this.check = check;
        pause.setRepeats(false);
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        verdict.setName("keys.verdict");
        verdict.setToolTipText(PanelLabels.get("keys.verdict.tip"));
        verdict.getAccessibleContext().setAccessibleName(PanelLabels.get("keys.verdict"));
        rows.addTableModelListener(event -> tell());
        table.getSelectionModel().addListSelectionListener(event -> tell());
        add(warning, BorderLayout.NORTH);
        add(new JScrollPane(table), BorderLayout.CENTER);
        add(below(), BorderLayout.SOUTH);
        tell();
    }

    private JPanel below() {
        JPanel below = new JPanel(new MigLayout("insets 0, fillx", "[][][grow]", "[]"));
        below.add(button("keys.add", this::add));
        below.add(button("keys.delete", this::delete));
        below.add(verdict, "growx, wmin 0, newline, span 3");
        return below;
    }

    private static JButton button(String label, Runnable action) {
        JButton button = new JButton(PanelLabels.get(label));
        button.setToolTipText(PanelLabels.get(label + ".tip"));
        button.addActionListener(event -> action.run());
        return button;
    }

    private void add() {
        table.endEdit();
        int row = rows.add();
        table.setRowSelectionInterval(row, row);
    }

    private void delete() {
        table.endEdit();
        if (table.getSelectedRow() >= 0) {
            rows.remove(table.getSelectedRow());
        }
    }

    /** The lines, as the element keeps them. An edit that is going on ends. */
    public String keys() {
        table.endEdit();
        return rows.text();
    }

    /** Shows the lines of an element. JMeter shows the same again at each of its actions. */
    public void show(String keys) {
        if (!keys.equals(rows.text())) {
            table.endEdit();
            rows.show(keys);
        }
        checkSoon();
    }

    /** Checks the keys a moment from now, unless something else changes before. */
    public void checkSoon() {
        checking.forget();
        pause.restart();
    }

    private void checkNow() {
        if (table.isEditing()) {
            pause.restart();
        } else {
            checking.begin(check.get());
        }
    }

    private void show(KeysCheck found) {
        elementProblem = found.problem();
        rows.show(found);
    }

    private void tell() {
        warning.say(rows.hasClearKey() ? PanelLabels.get("keys.warning.clear") : "");
        String problem = elementProblem;
        int selected = table.getSelectedRow();
        if (problem.isEmpty() && selected >= 0 && selected < rows.getRowCount()) {
            problem = rows.problem(selected);
        }
        for (int row = 0; problem.isEmpty() && row < rows.getRowCount(); row++) {
            problem = rows.problem(row);
        }
        if (problem.isEmpty()) {
            verdict.tell("");
        } else {
            verdict.refuse(problem);
        }
    }
}
