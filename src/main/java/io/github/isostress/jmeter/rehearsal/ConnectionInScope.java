package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * The connection in scope, as far as an editor needs it. Immutable.
 *
 * @param name the connection's name in the plan
 * @param packager empty if its messages are raw
 * @param framing how its messages are wrapped
 */
public record ConnectionInScope(String name, Optional<IsoPackager> packager, Framing framing) {
    /**
     * Reads the connection's properties with the plan's variables. Blocks: it may read the packager's file.
     *
     * @return empty if there is no connection in scope
     * @throws IllegalArgumentException with one clear sentence if its packager or its framing cannot be used
     */
    public static Optional<ConnectionInScope> of(PlanScope scope) {
        return scope.connection()
                .map(connection -> new ConnectionInScope(
                        connection.getName(), packager(connection, scope), framing(connection, scope)));
    }

    private static Optional<IsoPackager> packager(Iso8583Connection connection, PlanScope scope) {
        StringPropertyDescriptor<?> property = connection.getSchema().packager;
        return named(connection, () -> Packagers.find(text(connection, property, scope), PropertyReader::resolve));
    }

    private static Framing framing(Iso8583Connection connection, PlanScope scope) {
        StringPropertyDescriptor<?> property = connection.getSchema().framing;
        return named(connection, () -> FramingReader.parse(text(connection, property, scope)));
    }

    private static String text(Iso8583Connection connection, StringPropertyDescriptor<?> property, PlanScope scope) {
        return PlanVariables.evaluate(connection.get(property), scope.variables());
    }

    /** Adds the connection's name to the sentence. */
    private static <T> T named(Iso8583Connection connection, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + connection.getName() + "': " + e.getMessage(), e);
        }
    }
}
