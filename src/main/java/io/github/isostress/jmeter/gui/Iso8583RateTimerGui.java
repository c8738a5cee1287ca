package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.help.HelpLink;
import java.awt.BorderLayout;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.timers.gui.AbstractTimerGui;

/** The panel of {@link Iso8583RateTimer}. */
public final class Iso8583RateTimerGui extends AbstractTimerGui {
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
        Remark remark = new Remark(PREFIX + "remark");
        remark.say(PanelLabels.get(PREFIX + "remark"));
        form.wide(remark);
        setLayout(new BorderLayout(0, 5));
        setBorder(makeBorder());
        add(HelpLink.in(makeTitlePanel(), this), BorderLayout.NORTH);
        add(form.panel(), BorderLayout.CENTER);
        bindingGroup.addAll(form.bindings());
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583RateTimer();
    }

    @Override
    public String getLabelResource() {
        return getClass().getSimpleName();
    }

    @Override
    public String getStaticLabel() {
        return PanelLabels.get(PREFIX + "title");
    }

    @Override
    public String getDocAnchor() {
        return PanelLabels.anchor(getStaticLabel());
    }
}
