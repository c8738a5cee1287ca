package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.editor.MessageEditor;
import io.github.isostress.jmeter.gui.form.ActionButton;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.rehearsal.Preview;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The tab in which the message is written, and what can be done with it as it stands. */
final class MessageTab extends JPanel {
    private static final long serialVersionUID = 1L;

    private final MessageEditor editor = MessageEditor.ofRequest();
    private final Remark connection = new Remark("request.preview.connection");
    private final Remark remark = new Remark("request.copy.remark");
    private final transient CopyMenu copy;

    /**
     * A tab without a message.
     *
     * @param preview what is copied
     * @param clipboard gets what is copied
     * @param tryIt is run by button and by Ctrl+Enter
     */
    MessageTab(Supplier<Callable<Preview>> preview, Consumer<String> clipboard, Runnable tryIt) {
        super(new MigLayout("fill, insets 6lp, hidemode 3", "[grow, fill][][][]", "[grow, fill][][]"));
        copy = new CopyMenu(preview, clipboard, remark::say);
        ActionButton tryButton = new ActionButton("request.try", tryIt);
        add(editor, "span, grow, pushy, w 0:300lp, h 0:200lp, wrap");
        add(connection, "wmin 0");
        add(editor.varyButton(), "");
        add(copy.button(), "");
        add(tryButton, "wrap");
        add(remark, "span, growx, wmin 0");
        tryButton.pressedByControlEnterIn(this);
        remark.say("");
        editor.onChange(() -> remark.say(""));
        editor.offer(copy::submenu);
    }

    MessageEditor editor() {
        return editor;
    }

    /** Shows what is known of the connection in scope, and checks the message by its packager. */
    void scope(KnownScope scope) {
        connection.say(scope.words());
        editor.setPackager(scope.packager());
        editor.setKeys(scope.keys());
        editor.setVariables(scope.variables());
    }

    /** Clears what was said of the last copy: another element is edited. */
    void forget() {
        copy.forget();
        remark.say("");
    }
}
