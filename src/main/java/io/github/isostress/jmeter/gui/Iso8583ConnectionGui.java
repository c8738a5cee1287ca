package io.github.isostress.jmeter.gui;

import io.github.isostress.connect.Direction;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.gui.form.CalibrationStrip;
import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.EditedPlan;
import io.github.isostress.jmeter.gui.form.Greying;
import io.github.isostress.jmeter.gui.form.Inspections;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.RequestsInScope;
import io.github.isostress.jmeter.gui.form.ResultPlace;
import io.github.isostress.jmeter.gui.form.ResultWindow;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.rehearsal.Trial;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import java.awt.BorderLayout;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.apache.jmeter.gui.JBooleanPropertyEditor;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Connection}. */
public final class Iso8583ConnectionGui extends ElementPanel {
    private static final long serialVersionUID = 1L;
    private static final int ANSWER_LINES = 3;
    private static final int SESSION_MESSAGE_LINES = 4;
    private static final int LIFE_LABELS = 220;

    private static final String WE_CONNECT = Direction.WE_CONNECT.words();
    private static final String HOST_CONNECTS = Direction.HOST_CONNECTS.words();

    private final TryTab trial;
    private final CalibrationStrip calibration;
    private final transient LiveWords words;
    private transient TestElement shown;

    /** Made by JMeter. */
    public Iso8583ConnectionGui() {
        this(null, null);
    }

    /**
     * A panel for a plan and a place for results that are given, as in a test.
     *
     * @param given for the variables that the fields use; null for the plan in JMeter's tree
     * @param place where what was found is shown; null for windows over the panel
     */
    Iso8583ConnectionGui(EditedPlan given, ResultPlace place) {
        Iso8583ConnectionSchema schema = Iso8583ConnectionSchema.INSTANCE;
        PropertyForm form = new PropertyForm(prefix());
        EditedPlan plan = given == null ? () -> PlanTreeScope.of(shown) : given;
        Inspections inspections = new Inspections(this::edited, plan, place == null ? new ResultWindow(this) : place);
        words = new LiveWords(() -> (Iso8583Connection) edited(), () -> RequestsInScope.of(shown), plan);
        trial = new TryTab(prefix(), () -> attempt(plan.scope()), sample -> isConnection(sample, getName()));
        calibration = new CalibrationStrip(plan);
        ChoiceField direction = host(form, schema, inspections, words);
        life(form, schema, words);
        sessionMessages(form, schema);
        tls(form, schema, inspections, direction);
        socket(form, schema, direction);
        form.page("trialPage", trialPage());
        layOut(form);
    }

    private JPanel trialPage() {
        JPanel page = new JPanel(new BorderLayout());
        page.add(trial, BorderLayout.CENTER);
        page.add(calibration, BorderLayout.SOUTH);
        return page;
    }

    private static ChoiceField host(
            PropertyForm form, Iso8583ConnectionSchema schema, Inspections inspections, LiveWords words) {
        form.page("hostPage");
        form.block("opening");
        ChoiceField direction = form.choice(schema.direction, Direction.allWords());
        form.wide(words.way());
        words.follow(form.text(schema.connectTimeout));
        JComponent weConnect = form.block("tcp");
        words.follow(form.longText(schema.host), form.text(schema.port));
        words.follow(direction, form.choice(schema.hostOrder, Choices.HOST_ORDERS));
        form.choice(schema.resolve, Choices.RESOLVE);
        JComponent hostConnects = form.block("listening");
        words.follow(
                form.longText(schema.listenAddress), form.text(schema.listenPort), form.text(schema.acceptTimeout));
        form.block("messages");
        form.messages(schema.framing, schema.packager, inspections, words::changed);
        form.longText(schema.hide);
        Greying greying = new Greying();
        greying.out(direction, HOST_CONNECTS, weConnect);
        greying.out(direction, WE_CONNECT, hostConnects);
        return direction;
    }

    private static void socket(PropertyForm form, Iso8583ConnectionSchema schema, ChoiceField direction) {
        form.page("socketPage");
        form.block("socket");
        JTextField localAddresses = form.longText(schema.localAddresses);
        form.text(schema.receiveBuffer);
        form.text(schema.sendBuffer);
        form.flag(schema.keepAlive);
        form.flag(schema.resetOnClose);
        new Greying().out(direction, HOST_CONNECTS, localAddresses);
    }

    private static void life(PropertyForm form, Iso8583ConnectionSchema schema, LiveWords words) {
        form.page("lifePage", LIFE_LABELS);
        form.block("keeping");
        ChoiceField keep = form.suggestion(schema.keep, Choices.KEEP);
        form.wide(words.life());
        JTextField window = form.text(schema.window);
        JTextField poolWait = form.text(schema.poolWait);
        ChoiceField sharedChoice = form.choice(schema.sharedChoice, Choices.SHARED_CHOICES);
        form.choice(schema.evaluate, Choices.EVALUATE);
        words.follow(keep, sharedChoice);
        words.follow(window, poolWait);
        Greying greying = new Greying();
        greying.out(keep, KeptFor::mayBeShared, window, sharedChoice);
        greying.out(keep, KeptFor::mayBeForSeveralThreads, poolWait);
        form.block("connecting");
        form.longText(schema.reconnectPause);
        form.text(schema.connectsPerSecond);
        form.choice(schema.whenNothingCanBeSent, Choices.WHEN_NOTHING_CAN_BE_SENT);
        form.block("hostFirst");
        form.suggestion(schema.unsolicited, Choices.UNSOLICITED);
        form.textArea(schema.unsolicitedAnswer, ANSWER_LINES);
    }

    private static void sessionMessages(PropertyForm form, Iso8583ConnectionSchema schema) {
        form.page("sessionMessagesPage");
        form.block("signOnBlock");
        form.textArea(schema.signOn, SESSION_MESSAGE_LINES);
        form.text(schema.signOnCodes);
        form.text(schema.sessionMessageTimeout);
        form.block("echoBlock");
        form.textArea(schema.echo, SESSION_MESSAGE_LINES);
        form.text(schema.echoCodes);
        form.choice(schema.echoWhen, Choices.ECHO_WHEN);
        form.text(schema.echoIdle);
        form.block("signOffBlock");
        form.textArea(schema.signOff, SESSION_MESSAGE_LINES);
        form.text(schema.signOffCodes);
        form.block("newKeysBlock");
        form.textArea(schema.newKeys, ANSWER_LINES);
    }

    private static void tls(
            PropertyForm form, Iso8583ConnectionSchema schema, Inspections inspections, ChoiceField direction) {
        form.page("tlsPage");
        form.block("tls");
        JBooleanPropertyEditor useTls = form.flag(schema.useTls);
        form.text(schema.protocols);
        JTextField serverName = form.text(schema.serverName);
        form.longText(schema.cipherSuites);
        form.choice(schema.resumption, Choices.RESUMPTION);
        form.block("clientKey");
        form.file(
                schema.keyStore,
                inspections.keyStore(schema.keyStore, schema.keyStorePassword, Optional.of(schema.privateKey)),
                Choices.KEY_STORES);
        form.password(schema.keyStorePassword);
        form.file(schema.privateKey, Choices.PRIVATE_KEYS);
        form.longText(schema.keyAlias);
        form.block("trust");
        form.file(
                schema.trustStore,
                inspections.trustStore(schema.trustStore, schema.trustStorePassword),
                Choices.TRUST_STORES);
        form.password(schema.trustStorePassword);
        form.flag(schema.trustAll);
        JBooleanPropertyEditor verifyHostName = form.flag(schema.verifyHostName);
        JComponent clients = form.block("clients");
        form.flag(schema.requireClientCertificate);
        form.longText(schema.clientNames);
        Greying greying = Greying.out(form.currentPage(), useTls);
        greying.out(direction, HOST_CONNECTS, serverName, verifyHostName);
        greying.out(direction, WE_CONNECT, clients);
    }

    private static boolean isConnection(SampleResult sample, String name) {
        return sample.isSuccessful()
                && Stream.of(SampleKind.CONNECT, SampleKind.ACCEPT)
                        .anyMatch(kind -> sample.getSampleLabel().equals(kind.label(name)));
    }

    /** The connection as its fields are now, which the tree may not have yet. */
    private Attempt attempt(PlanTreeScope scope) {
        Iso8583Connection connection = (Iso8583Connection) edited();
        return new TrialAttempt(() -> Trial.ofConnection(scope.resolve().with(connection)));
    }

    @Override
    public void configure(TestElement element) {
        super.configure(element);
        words.changed();
        // JMeter also shows the same element again, as after saving the plan.
        if (element != shown) {
            shown = element;
            trial.forget();
            calibration.forget();
        }
    }

    @Override
    String prefix() {
        return "connection.";
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Connection();
    }

    @Override
    PanelKind kind() {
        return PanelKind.CONFIG_ELEMENT;
    }
}
