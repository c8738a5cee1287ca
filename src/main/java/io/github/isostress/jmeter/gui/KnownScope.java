package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.rehearsal.ConnectionInScope;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.text.MessageFormat;
import java.util.Optional;

/**
 * What a request's panel shows of the connection in scope.
 *
 * @param words which it is, or that there is none, or why it cannot be used
 * @param packager names and checks the elements
 */
record KnownScope(String words, Optional<IsoPackager> packager) {
    /** Reads the connection. Blocks: it may read the packager's file. */
    static KnownScope of(PlanTreeScope scope) {
        try {
            return ConnectionInScope.of(scope.withoutFiles())
                    .map(KnownScope::of)
                    .orElseGet(() -> new KnownScope(PanelLabels.get("request.scope.none"), packagerOfNewConnection()));
        } catch (IllegalArgumentException e) {
            return new KnownScope(
                    MessageFormat.format(PanelLabels.get("request.scope.unusable"), e.getMessage()),
                    packagerOfNewConnection());
        }
    }

    private static KnownScope of(ConnectionInScope connection) {
        String packager = connection.packager().map(IsoPackager::name).orElse(Packagers.NONE);
        return new KnownScope(
                MessageFormat.format(
                        PanelLabels.get("request.scope"), connection.name(), packager, connection.framing()),
                connection.packager());
    }

    /** The packager that a connection has before anything is changed in it. */
    static Optional<IsoPackager> packagerOfNewConnection() {
        return Optional.of(Packagers.builtIn(Iso8583ConnectionSchema.INSTANCE.packager.getDefaultValueAsString()));
    }
}
