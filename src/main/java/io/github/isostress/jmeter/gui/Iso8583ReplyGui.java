package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.editor.MessageEditor;
import io.github.isostress.jmeter.element.AnswerMti;
import io.github.isostress.jmeter.element.Iso8583Reply;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Reply}: its answer, and how a request is taken and reported. */
public final class Iso8583ReplyGui extends MessagePanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "reply.";
    private static final Iso8583ReplySchema SCHEMA = Iso8583ReplySchema.INSTANCE;

    private final MessageEditor editor = MessageEditor.ofRequest();
    private final Remark connection = new Remark("request.preview.connection");

    /** Made by JMeter. */
    public Iso8583ReplyGui() {
        JPanel answer = new JPanel(new MigLayout("fill, insets 6lp", "[grow, fill]", "[grow, fill][]"));
        answer.add(editor, "grow, w 0:300lp, h 0:200lp, wrap");
        answer.add(connection, "wmin 0");
        ReplyTab reply = new ReplyTab();
        tab(PREFIX + "answerTab", answer);
        tab(PREFIX + "replyTab", reply);
        layOut(editor, SCHEMA.template);
        bindingGroup.addAll(reply.bindings());
    }

    @Override
    void showScope(KnownScope scope) {
        connection.say(scope.words());
        editor.setPackager(scope.packager());
        editor.setKeys(scope.keys());
        editor.setVariables(scope.variables());
        editor.setInherited(scope.packager().isPresent() ? List.of(AnswerMti.LINE) : List.of());
    }

    @Override
    void scopeChanged(PlanTreeScope scope) {
        // An answer inherits nothing from the plan.
    }

    @Override
    void forget() {
        // The editor shows the next template.
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Reply();
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
