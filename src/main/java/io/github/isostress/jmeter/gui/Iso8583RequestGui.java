package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.rehearsal.Preview;
import io.github.isostress.jmeter.rehearsal.Trial;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.util.concurrent.Callable;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.gui.GuiUtils;

/** The panel of {@link Iso8583Request}: the message, and in further tabs all that can be done with it. */
public final class Iso8583RequestGui extends MessagePanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "request.";
    private static final Iso8583RequestSchema SCHEMA = Iso8583RequestSchema.INSTANCE;

    private final MessageTab message = new MessageTab(this::preview, GuiUtils::copyTextToClipboard, this::tryIt);
    private final ImportTab imports = new ImportTab(
            text -> new PastedMessage(text, scope()), this::replaceMessage, this::addToMessage, this::scope);
    private final PreviewTab preview = new PreviewTab(this::preview);
    private final TryTab trial =
            new TryTab(PREFIX, this::attempt, sample -> sample.getSampleLabel().equals(getName()));

    /** Made by JMeter. */
    public Iso8583RequestGui() {
        ResponseTab response = new ResponseTab(message.editor()::setRequestCheck);
        tab(PREFIX + "messageTab", message);
        tab(PREFIX + "importTab", imports);
        tab(PREFIX + "previewTab", preview);
        tab(PREFIX + "responseTab", response);
        tab(PREFIX + "trialTab", trial);
        tabs().addChangeListener(event -> selected());
        layOut(message.editor(), SCHEMA.template);
        bindingGroup.addAll(response.bindings());
        message.editor().onChange(preview::changed);
    }

    private void selected() {
        if (tabs().getSelectedComponent() == preview) {
            preview.begin();
        }
    }

    /** The request as it is shown, which the tree may not have yet. */
    private Iso8583Request request() {
        Iso8583Request request = new Iso8583Request();
        modifyTestElement(request);
        return request;
    }

    private Callable<Preview> preview() {
        Iso8583Request request = request();
        PlanTreeScope scope = scope();
        return () -> Preview.of(scope.resolve(), request);
    }

    private Attempt attempt() {
        Iso8583Request request = request();
        PlanTreeScope scope = scope();
        return new TrialAttempt(() -> Trial.of(scope.resolve(), request));
    }

    @Override
    void scopeChanged(PlanTreeScope scope) {
        message.editor().setInherited(scope.withoutFiles().inherited());
        preview.changed();
    }

    @Override
    void showScope(KnownScope scope) {
        message.scope(scope);
        preview.connection(scope.words());
    }

    private void replaceMessage(String template) {
        message.editor().replaceText(template);
        tabs().setSelectedComponent(message);
    }

    private void addToMessage(String template) {
        message.editor().appendText(template);
        tabs().setSelectedComponent(message);
    }

    private void tryIt() {
        tabs().setSelectedComponent(trial);
        trial.begin();
    }

    @Override
    void forget() {
        message.forget();
        imports.forget();
        preview.forget();
        trial.forget();
        preview.changed();
    }

    @Override
    public void addNotify() {
        super.addNotify();
        preview.changed();
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Request();
    }

    @Override
    String prefix() {
        return PREFIX;
    }

    @Override
    PanelKind kind() {
        return PanelKind.SAMPLER;
    }
}
