package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.crypto.key.CheckedKey;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.KeysInScope;
import java.util.List;

/**
 * What the lines of an {@code Iso8583Keys} give as the plan is now. Immutable; its text shows no digit of a key.
 *
 * @param keys one for each line that is to give a key
 * @param problem what is wrong beyond single lines, such as the file; blank if nothing is
 */
public record KeysCheck(List<CheckedKey> keys, String problem) {
    /**
     * Reads the keys. Blocks: it may read a file.
     *
     * @param scope with the keys that are farther away
     * @param element as it is edited
     */
    public static KeysCheck of(PlanScope scope, Iso8583Keys element) {
        try (RunContext run = RunContext.ofPreview()) {
            return PlanVariables.lend(scope.variables(), run, () -> live(scope, element, run));
        } catch (FailureException | RuntimeException e) {
            return new KeysCheck(List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static KeysCheck live(PlanScope scope, Iso8583Keys element, RunContext run) throws FailureException {
        KeysInScope farther = new KeysInScope();
        scope.liveKeys().forEach(farther::add);
        return new KeysCheck(scope.live(element).check(farther.context(run).keys()), "");
    }
}
