package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.OnChange;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.SettingChecks;
import io.github.isostress.pace.Rated;
import javax.swing.JTextField;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583RateTimer}. */
public final class Iso8583RateTimerGui extends ElementPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "rate.";
    private static final Iso8583RateTimerSchema SCHEMA = Iso8583RateTimerSchema.INSTANCE;

    private static final String AS_FAST_AS_POSSIBLE = "0";

    private final JTextField rate;
    private final ChoiceField total;
    private final Remark agents = new Remark(PREFIX + "agents");

    /** Made by JMeter. */
    public Iso8583RateTimerGui() {
        PropertyForm form = new PropertyForm(PREFIX);
        form.block("block");
        rate = form.longText(SCHEMA.rate);
        total = form.choice(SCHEMA.total, Choices.RATED);
        form.wide(agents);
        rate.getDocument().addDocumentListener(new OnChange(this::sayWhatAgentsSend));
        total.onChange(this::sayWhatAgentsSend);
        form.choice(SCHEMA.arrivals, Choices.ARRIVALS);
        form.choice(SCHEMA.backlog, Choices.BACKLOG);
        form.choice(SCHEMA.begin, Choices.BEGIN);
        form.longText(SCHEMA.beginWithin);
        Remark remark = new Remark(PREFIX + "remark");
        remark.say(PanelLabels.get(PREFIX + "remark"));
        form.wide(remark);
        layOut(form);
    }

    private void sayWhatAgentsSend() {
        String asked = rate.getText().strip();
        String words = total.text();
        boolean isRate = !asked.isEmpty()
                && !asked.equals(AS_FAST_AS_POSSIBLE)
                && SettingChecks.of(SCHEMA.rate).problem(asked).isEmpty();
        boolean canBeSaid = isRate && Choices.RATED.contains(words);
        agents.say(canBeSaid ? PanelLabels.filled(PREFIX + "agents." + Rated.of(words), asked) : "");
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583RateTimer();
    }

    /** A new element's rate is that of the whole run; a plan that does not say it has meant each machine. */
    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        element.set(SCHEMA.total, Choices.RATED.get(0));
    }

    @Override
    String prefix() {
        return PREFIX;
    }

    @Override
    PanelKind kind() {
        return PanelKind.TIMER;
    }
}
