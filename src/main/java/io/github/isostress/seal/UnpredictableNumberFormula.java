package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The number that a terminal gives a chip for its cryptogram. Stateless and thread-safe. */
final class UnpredictableNumberFormula implements Formula {
    static final FormulaKind KIND = new FormulaKind(
            "un",
            "The unpredictable number of a terminal (tag 9F37), 4 random bytes",
            List.of(),
            settings -> new UnpredictableNumberFormula());

    @Override
    public Set<ElementPath> needs() {
        return Set.of();
    }

    @Override
    public Computation begin() {
        String drawn = HexFormat.of()
                .withUpperCase()
                .toHexDigits(ThreadLocalRandom.current().nextInt());
        return message -> drawn;
    }
}
