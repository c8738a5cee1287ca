package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.rehearsal.ConnectionInScope;
import io.github.isostress.jmeter.rehearsal.KnownKey;
import io.github.isostress.jmeter.rehearsal.KnownVariable;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a request's panel shows of the connection, the keys and the variables in scope.
 *
 * @param words which it is, or that there is none, or why it cannot be used
 * @param packager names and checks the elements
 * @param keys those that formulas can name
 * @param variables those that expressions can name
 */
record KnownScope(String words, Optional<IsoPackager> packager, List<KnownKey> keys, List<KnownVariable> variables) {
    /** Reads connection, keys and names of variables. Blocks: it may read files. */
    static KnownScope of(PlanTreeScope scope) {
        KnownScope connected = of(scope, KnownKey.of(scope.withoutFiles()));
        return new KnownScope(connected.words, connected.packager, connected.keys, scope.knownVariables());
    }

    private static KnownScope of(PlanTreeScope scope, List<KnownKey> keys) {
        try {
            return ConnectionInScope.of(scope.withoutFiles())
                    .map(connection -> of(connection, keys))
                    .orElseGet(() -> withoutConnection(PanelLabels.get("request.scope.none"), keys));
        } catch (IllegalArgumentException e) {
            return withoutConnection(unusableWords(e.getMessage()), keys);
        }
    }

    /** What is known where nothing could be read. */
    static KnownScope unusable(String reason) {
        return withoutConnection(unusableWords(reason), List.of());
    }

    private static String unusableWords(String reason) {
        return MessageFormat.format(PanelLabels.get("request.scope.unusable"), reason);
    }

    private static KnownScope withoutConnection(String words, List<KnownKey> keys) {
        return new KnownScope(words, packagerOfNewConnection(), keys, List.of());
    }

    private static KnownScope of(ConnectionInScope connection, List<KnownKey> keys) {
        String packager = connection.packager().map(IsoPackager::name).orElse(Packagers.NONE);
        return new KnownScope(
                MessageFormat.format(
                        PanelLabels.get("request.scope"), connection.name(), packager, connection.framing()),
                connection.packager(),
                keys,
                List.of());
    }

    /** The packager that a connection has before anything is changed in it. */
    static Optional<IsoPackager> packagerOfNewConnection() {
        return Optional.of(Packagers.builtIn(Iso8583ConnectionSchema.INSTANCE.packager.getDefaultValueAsString()));
    }
}
