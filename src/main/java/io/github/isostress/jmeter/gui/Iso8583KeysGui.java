package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.TextBinding;
import io.github.isostress.jmeter.gui.key.KeysPage;
import io.github.isostress.jmeter.rehearsal.KeysCheck;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import java.util.concurrent.Callable;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Keys}: a table of its keys with their check values, and where more of them are kept. */
public final class Iso8583KeysGui extends ElementPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "keys.";
    private static final Iso8583KeysSchema SCHEMA = Iso8583KeysSchema.INSTANCE;

    private final KeysPage page = new KeysPage(this::check);
    private transient TestElement shown;

    /** Made by JMeter. */
    public Iso8583KeysGui() {
        PropertyForm form = new PropertyForm(PREFIX);
        form.page("keysPage", page);
        form.bind(new TextBinding(SCHEMA.keys, page::keys, page::show));
        form.page("filesPage");
        form.block("keyFile");
        form.file(SCHEMA.file);
        form.password(SCHEMA.filePassword);
        form.longText(SCHEMA.filePasswordVariable);
        form.block("allKeys");
        form.choice(SCHEMA.parity, Choices.PARITIES);
        form.block("counting");
        form.file(SCHEMA.counterFile);
        Remark remark = new Remark(PREFIX + "remark");
        remark.say(PanelLabels.get(PREFIX + "remark"));
        form.wide(remark);
        layOut(form);
    }

    private Callable<KeysCheck> check() {
        Iso8583Keys element = (Iso8583Keys) edited();
        PlanTreeScope scope = PlanTreeScope.of(shown);
        return () -> KeysCheck.of(scope.resolve(), element);
    }

    @Override
    public void configure(TestElement element) {
        shown = element;
        super.configure(element);
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Keys();
    }

    @Override
    String prefix() {
        return PREFIX;
    }

    @Override
    PanelKind kind() {
        return PanelKind.CONFIG_ELEMENT;
    }
}
