package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.EditedPlan;
import io.github.isostress.jmeter.gui.form.FailureSentence;
import io.github.isostress.jmeter.gui.form.InBackground;
import io.github.isostress.jmeter.gui.form.OnChange;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.rehearsal.ConnectionWords;
import io.github.isostress.jmeter.rehearsal.Meaning;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;
import org.apache.commons.lang3.StringUtils;

/** Says in words what a connection's fields mean, or what is wrong with them, while they are edited. */
final class LiveWords {
    private static final int PAUSE_MILLIS = 200;
    private static final String PREFIX = "connection.";

    private final SentenceArea way = area("way", 1);
    private final SentenceArea life = area("life", 2);
    private final Supplier<Iso8583Connection> edited;
    private final Supplier<List<Iso8583Request>> requests;
    private final EditedPlan plan;
    private final InBackground<ConnectionWords> reading = new InBackground<>(this::show, this::refuse);
    private final Timer soon = new Timer(PAUSE_MILLIS, event -> read());

    /**
     * Says nothing yet.
     *
     * @param edited the connection with what the fields hold now
     * @param requests that go over it
     * @param plan for the variables that the fields use
     */
    LiveWords(Supplier<Iso8583Connection> edited, Supplier<List<Iso8583Request>> requests, EditedPlan plan) {
        this.edited = edited;
        this.requests = requests;
        this.plan = plan;
        soon.setRepeats(false);
    }

    private static SentenceArea area(String key, int rows) {
        SentenceArea area = new SentenceArea(rows);
        area.getAccessibleContext().setAccessibleName(PanelLabels.get(PREFIX + key));
        area.setToolTipText(PanelLabels.get(PREFIX + key + ".tip"));
        return area;
    }

    /** Says who connects, and where. */
    SentenceArea way() {
        return way;
    }

    /** Says how many connections there are, and what each carries. */
    SentenceArea life() {
        return life;
    }

    /** Says it anew each time one of these fields has changed. */
    void follow(ChoiceField... fields) {
        for (ChoiceField field : fields) {
            field.onChange(this::changed);
        }
    }

    /** Says it anew each time one of these fields has changed. */
    void follow(JTextComponent... fields) {
        for (JTextComponent field : fields) {
            field.getDocument().addDocumentListener(new OnChange(this::changed));
        }
    }

    /** Says it anew: a field has changed, or another element is shown. */
    void changed() {
        soon.restart();
    }

    private void read() {
        Iso8583Connection connection = edited.get();
        List<Iso8583Request> found = requests.get();
        PlanTreeScope scope = plan.scope();
        reading.begin(() -> ConnectionWords.of(connection, found, scope.variables(), scope.hosts()));
    }

    private void show(ConnectionWords words) {
        show(way, words.way());
        show(life, words.life());
    }

    private static void show(SentenceArea area, Meaning meaning) {
        if (meaning.isRefusal()) {
            area.refuse(labelled(meaning.words()));
        } else {
            area.tell(meaning.words());
        }
    }

    /** A refusal that begins with a property's name begins with the label of its field instead. */
    private static String labelled(String refusal) {
        String property = StringUtils.substringBefore(refusal, ": ");
        boolean isProperty = Iso8583ConnectionSchema.INSTANCE.getProperties().values().stream()
                .anyMatch(each -> each.getShortName().equals(property));
        return isProperty ? PanelLabels.get(PREFIX + property) + refusal.substring(property.length()) : refusal;
    }

    private void refuse(Throwable thrown) {
        way.refuse(FailureSentence.of(thrown));
        life.refuse("");
    }
}
