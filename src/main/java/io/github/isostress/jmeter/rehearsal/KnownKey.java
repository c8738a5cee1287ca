package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.KeysInScope;
import java.util.List;

/**
 * A key in scope, as far as an editor needs it: nothing of the key itself.
 *
 * @param name as formulas call it
 * @param use what it is for, and its check value
 */
public record KnownKey(String name, String use) {
    /**
     * The keys in scope. Blocks: it may read files.
     *
     * @return empty also if one of them cannot be read, which their own panel, and each preview, tells
     */
    public static List<KnownKey> of(PlanScope scope) {
        try (RunContext run = RunContext.ofPreview()) {
            return PlanVariables.lend(scope.variables(), run, () -> read(scope, run));
        } catch (FailureException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<KnownKey> read(PlanScope scope, RunContext run) throws FailureException {
        KeysInScope keys = new KeysInScope();
        scope.liveKeys().forEach(keys::add);
        return keys.context(run).keys().all().stream().map(KnownKey::of).toList();
    }

    private static KnownKey of(NamedKey key) {
        return new KnownKey(key.name(), key.use() + ", check value " + key.key().checkValue());
    }
}
