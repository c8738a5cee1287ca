package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.EditedPlan;
import io.github.isostress.jmeter.gui.form.Greying;
import io.github.isostress.jmeter.gui.form.Inspections;
import io.github.isostress.jmeter.gui.form.OnChange;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.ResultPlace;
import io.github.isostress.jmeter.gui.form.ResultWindow;
import io.github.isostress.jmeter.gui.form.TextBinding;
import io.github.isostress.jmeter.rehearsal.HostCheck;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.setting.HostReader;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import javax.swing.JComponent;
import org.apache.jmeter.gui.JBooleanPropertyEditor;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Host}: below its pages it starts and stops the host by hand and shows what it counts. */
public final class Iso8583HostGui extends ElementPanel {
    private static final long serialVersionUID = 1L;

    private final transient EditedPlan plan;
    private final RehearsalStrip rehearsal;
    private transient TestElement shown;

    /** Made by JMeter. */
    public Iso8583HostGui() {
        this(null, null);
    }

    /**
     * A panel for a plan and a place for results that are given, as in a test.
     *
     * @param given for the variables that the fields use; null for the plan in JMeter's tree
     * @param place where what was found is shown; null for windows over the panel
     */
    Iso8583HostGui(EditedPlan given, ResultPlace place) {
        plan = given == null ? () -> PlanTreeScope.of(shown) : given;
        Iso8583HostSchema schema = Iso8583HostSchema.INSTANCE;
        PropertyForm form = new PropertyForm(prefix());
        ResultPlace results = place == null ? new ResultWindow(this) : place;
        Inspections inspections = new Inspections(this::edited, plan, results);
        RulesPage rules = new RulesPage(() -> check(HostCheck::ofRules), results);
        SealsPage seals = new SealsPage(() -> check(HostCheck::ofSeals));
        Runnable checkAll = () -> {
            rules.lines().checkSoon();
            seals.lines().checkSoon();
        };
        seals.lines().area().getDocument().addDocumentListener(new OnChange(rules.lines()::checkSoon));
        ChoiceField direction = host(form, schema, inspections, checkAll);
        form.page("rulesPage", rules);
        form.bind(new TextBinding(schema.rules, rules.lines().area()::getText, rules.lines()::show));
        form.page("sealsPage", seals);
        form.bind(new TextBinding(schema.seals, seals.lines().area()::getText, seals.lines()::show));
        tls(form, schema, inspections, direction);
        rehearsal = new RehearsalStrip(this::edited, plan);
        layOut(form, rehearsal);
    }

    private static ChoiceField host(
            PropertyForm form, Iso8583HostSchema schema, Inspections inspections, Runnable messagesChanged) {
        form.page("hostPage");
        form.block("starting");
        form.flag(schema.start);
        ChoiceField direction = form.choice(schema.direction, Choices.HOST_DIRECTIONS);
        JComponent listening = form.block("listening");
        form.longText(schema.address);
        form.text(schema.port);
        form.text(schema.portProperty);
        JComponent connecting = form.block("connecting");
        form.longText(schema.connectTo);
        form.text(schema.connectPort);
        form.text(schema.connections);
        form.longText(schema.reconnectPause);
        form.block("messages");
        form.messages(schema.framing, schema.packager, inspections, messagesChanged);
        form.flag(schema.returnSecrets);
        Greying greying = new Greying();
        greying.out(direction, HostReader.CONNECT, listening);
        greying.out(direction, HostReader.LISTEN, connecting);
        return direction;
    }

    private static void tls(
            PropertyForm form, Iso8583HostSchema schema, Inspections inspections, ChoiceField direction) {
        form.page("tlsPage");
        form.block("tls");
        JBooleanPropertyEditor useTls = form.flag(schema.useTls);
        form.file(
                schema.keyStore,
                inspections.keyStore(schema.keyStore, schema.keyStorePassword, Optional.empty()),
                Choices.KEY_STORES);
        form.password(schema.keyStorePassword);
        JBooleanPropertyEditor requireClientCertificate = form.flag(schema.requireClientCertificate);
        form.file(
                schema.trustStore,
                inspections.trustStore(schema.trustStore, schema.trustStorePassword),
                Choices.TRUST_STORES);
        form.password(schema.trustStorePassword);
        JBooleanPropertyEditor verifyHostName = form.flag(schema.verifyHostName);
        Greying greying = Greying.out(form.currentPage(), useTls);
        greying.out(direction, HostReader.CONNECT, requireClientCertificate);
        greying.out(direction, HostReader.LISTEN, verifyHostName);
    }

    private Callable<HostCheck> check(BiFunction<Iso8583Host, PlanScope, HostCheck> kind) {
        Iso8583Host host = (Iso8583Host) edited();
        PlanScope scope = plan.scope().withoutFiles();
        return () -> kind.apply(host, scope);
    }

    @Override
    public void configure(TestElement element) {
        super.configure(element);
        shown = element;
        rehearsal.follow(element);
    }

    @Override
    String prefix() {
        return "host.";
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Host();
    }

    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        element.set(Iso8583HostSchema.INSTANCE.rules, PanelLabels.get(prefix() + "rules.default"));
    }

    @Override
    PanelKind kind() {
        return PanelKind.CONFIG_ELEMENT;
    }
}
