package io.github.isostress.seal;

import io.github.isostress.crypto.Cmac;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageInputs;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A message authentication code over the bytes of the message up to its own element. Immutable and thread-safe. */
record MacFormula(ElementPath path, KeyInput key, int length) implements Formula {
    private static final String ZERO_BYTE = "00";

    static final FormulaKind KIND = new FormulaKind(
            "mac",
            "The MAC over the message",
            List.of(
                    Setting.required("key", "name of the MAC key"),
                    Setting.choiceOr("algorithm", "how it is computed", List.of("aes-cmac")),
                    Setting.optional("length", "4 to 16 bytes", "8")),
            settings -> new MacFormula(
                    settings.path(), settings.key("key", KeyUse.MAC), settings.number("length", 4, 16, 8)));

    @Override
    public Set<ElementPath> needs() {
        return key.name().needs();
    }

    @Override
    public String placeholder() {
        return ZERO_BYTE.repeat(length);
    }

    @Override
    public Computation begin() {
        return new Code(this, key.name().begin());
    }

    /** The code of one message. */
    private record Code(MacFormula formula, FormulaInput.Given name) implements Computation {
        @Override
        public String value(MessageInputs inputs) {
            byte[] code = new Cmac(formula.key.key(name, inputs).key())
                    .of(inputs.bytes(), start(inputs), formula.end(inputs));
            return HexFormat.of().withUpperCase().formatHex(code, 0, formula.length);
        }

        @Override
        public String explained(MessageInputs inputs) {
            return "with the key " + formula.key.key(name, inputs) + "\n"
                    + Covered.of(inputs.ranges(), start(inputs), formula.end(inputs));
        }
    }

    private static int start(MessageInputs inputs) {
        return inputs.ranges().get(0).start();
    }

    private int end(MessageInputs inputs) {
        return inputs.ranges().stream()
                .filter(range -> range.element() == path.element())
                .mapToInt(ElementRange::start)
                .findFirst()
                .orElseThrow();
    }
}
