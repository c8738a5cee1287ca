package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.PlanHosts.PlanHost;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.KeysInScope;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import io.github.isostress.message.template.TemplateSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.engine.util.ValueReplacer;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.testelement.TestElement;

/**
 * What a plan gives an element that is tried outside a test. Immutable.
 *
 * @param connection the nearest connection in scope, as it stands in the plan
 * @param defaults the message defaults in scope, the nearest first, as they stand in the plan
 * @param keys the keys in scope, the nearest first, as they stand in the plan
 * @param variables the values of variables that the plan defines, expressions as they were written, in the plan's order
 * @param hosts the plan's own embedded hosts that listen
 */
public record PlanScope(
        Optional<Iso8583Connection> connection,
        List<Iso8583MessageDefaults> defaults,
        List<Iso8583Keys> keys,
        Map<String, String> variables,
        List<PlanHost> hosts) {
    /** A scope without message defaults, keys and embedded hosts. */
    public PlanScope(Optional<Iso8583Connection> connection, Map<String, String> variables) {
        this(connection, List.of(), List.of(), variables);
    }

    /** A scope without embedded hosts. */
    public PlanScope(
            Optional<Iso8583Connection> connection,
            List<Iso8583MessageDefaults> defaults,
            List<Iso8583Keys> keys,
            Map<String, String> variables) {
        this(connection, defaults, keys, variables, List.of());
    }

    /**
     * A copy of an element whose variables and functions are evaluated as in a test.
     *
     * @throws IllegalArgumentException if JMeter cannot compile one of them
     */
    public <T extends TestElement> T live(T element) {
        @SuppressWarnings("unchecked")
        T copy = (T) element.clone();
        ValueReplacer replacer = new ValueReplacer();
        replacer.setUserDefinedVariables(new HashMap<>(variables));
        try {
            replacer.replaceValues(copy);
        } catch (InvalidVariableException e) {
            throw new IllegalArgumentException("'" + element.getName() + "': " + e.getMessage(), e);
        }
        copy.setRunningVersion(true);
        return copy;
    }

    /** The texts that an element in this scope inherits, the nearest first, as they are written in the plan. */
    public List<TemplateSource> inherited() {
        return defaults.stream()
                .map(element ->
                        new TemplateSource(element.getName(), element.get(Iso8583MessageDefaultsSchema.INSTANCE.lines)))
                .toList();
    }

    /** A live copy of a request, which inherits the defaults in scope and has its keys. */
    public Iso8583Request liveRequest(Iso8583Request request) {
        Iso8583Request copy = live(request);
        defaults.forEach(inherited -> copy.addTestElement(live(inherited)));
        liveKeys().forEach(copy::addTestElement);
        return copy;
    }

    /** Live copies of the keys in scope, the nearest first. */
    List<Iso8583Keys> liveKeys() {
        return keys.stream().map(this::live).toList();
    }

    /**
     * The keys in scope, with what a preview may know and do.
     *
     * @throws IllegalArgumentException with one clear sentence that shows no digit of a key if they cannot be read
     */
    public Keys evaluatedKeys() {
        try (RunContext run = RunContext.ofPreview()) {
            return PlanVariables.lend(variables, run, () -> {
                KeysInScope inScope = new KeysInScope();
                liveKeys().forEach(inScope::add);
                return inScope.context(run).keys();
            });
        } catch (FailureException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** This scope with another connection. */
    public PlanScope with(Iso8583Connection other) {
        return new PlanScope(Optional.of(other), defaults, keys, variables, hosts);
    }

    /** A live copy of the connection, if there is one in scope. */
    public Optional<Iso8583Connection> liveConnection() {
        return connection.map(this::live);
    }

    /** Shows no value of a variable: it may be a password. */
    @Override
    public String toString() {
        return "the scope of " + variables.keySet();
    }
}
