package io.github.isostress.jmeter.gui;

import io.github.isostress.draft.MessageImport;
import io.github.isostress.draft.MessageImport.FrameStripping;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.rehearsal.ConnectionInScope;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.words.Plural;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A message that was pasted, to be read off the event thread as the connection in scope would read it; where there is
 * none, by the packager that a new connection has.
 *
 * @param text what was pasted
 * @param scope where the request stands
 */
public record PastedMessage(String text, PlanTreeScope scope) implements Callable<String> {
    /** The message as a template's text. */
    @Override
    public String call() {
        Optional<ConnectionInScope> connection = ConnectionInScope.of(scope.withoutFiles());
        Optional<IsoPackager> packager =
                connection.map(ConnectionInScope::packager).orElseGet(KnownScope::packagerOfNewConnection);
        FrameStripping frame = connection
                .<FrameStripping>map(known -> new FrameOfDump(known.framing()))
                .orElse(FrameStripping.NONE);
        return MessageImport.toTemplate(text, packager, frame);
    }

    /** Nothing of the text, which may hold a card number. */
    @Override
    public String toString() {
        return "a pasted text of " + Plural.of(text.length(), "character");
    }
}
