package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583RateTimer}. */
public final class Iso8583RateTimerGui extends ElementPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "rate.";
    private static final Iso8583RateTimerSchema SCHEMA = Iso8583RateTimerSchema.INSTANCE;

    /** Made by JMeter. */
    public Iso8583RateTimerGui() {
        PropertyForm form = new PropertyForm(PREFIX);
        form.block("block");
        form.longText(SCHEMA.rate);
        form.choice(SCHEMA.arrivals, Choices.ARRIVALS);
        form.choice(SCHEMA.backlog, Choices.BACKLOG);
        form.choice(SCHEMA.begin, Choices.BEGIN);
        form.text(SCHEMA.beginWithin);
        Remark remark = new Remark(PREFIX + "remark");
        remark.say(PanelLabels.get(PREFIX + "remark"));
        form.wide(remark);
        layOut(form);
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583RateTimer();
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
