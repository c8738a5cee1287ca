package io.github.isostress.seal;

import io.github.isostress.crypto.dukpt.Ksn;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageInputs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The key serial number of a terminal's next DUKPT transaction. Immutable and thread-safe. */
final class KsnFormula implements Formula {
    private static final Setting KEY = Setting.required("key", "name of the BDK");
    private static final Setting ID = Setting.required(
            "id",
            "the terminal's initial key id: with 3DES 20 hex digits that end with a counter of zero, with AES 16");
    private static final Setting START = Setting.optional("start", "the first counter", "1");

    static final FormulaKind KIND = new FormulaKind(
            "ksn",
            "The KSN of a terminal's next transaction, whose counter is one up",
            List.of(KEY, ID, START),
            KsnFormula::new);

    private final List<FormulaInput> inputs;

    private KsnFormula(FormulaSettings settings) {
        inputs = settings.has(START.name())
                ? List.of(settings.input(KEY.name()), settings.input(ID.name()), settings.input(START.name()))
                : List.of(settings.input(KEY.name()), settings.input(ID.name()));
    }

    @Override
    public Set<ElementPath> needs() {
        return inputs.stream().flatMap(input -> input.needs().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Computation begin() {
        return new Transaction(inputs.stream().map(FormulaInput::begin).toList());
    }

    /** The transaction of one message: it keeps its counter, whatever becomes of the keys. */
    private static final class Transaction implements Computation {
        private final List<FormulaInput.Given> given;
        private Ksn ksn;

        Transaction(List<FormulaInput.Given> given) {
            this.given = given;
        }

        @Override
        public String value(MessageInputs message) {
            if (ksn == null) {
                ksn = next(new SettingValues(given, message));
            }
            return ksn.toString();
        }

        private static Ksn next(SettingValues values) {
            Ksn initial = DukptSettings.scheme(bdk(values)).initial(values.text(ID.name()));
            return new TerminalCounter(initial).next(values.message().counters(), values.wholeOr(START.name(), 1));
        }

        /** A KSN that was received is one if it has a key. */
        @Override
        public Optional<String> mismatch(MessageInputs message, String seen) {
            try {
                Ksn received = DukptSettings.scheme(bdk(new SettingValues(given, message)))
                        .read(seen);
                received.at(received.counter());
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(e.getMessage());
            }
        }

        @Override
        public String explained(MessageInputs message) {
            return "under the key " + bdk(new SettingValues(given, message))
                    + (ksn == null ? "" : "\nwith counter " + ksn.counter());
        }

        private static NamedKey bdk(SettingValues values) {
            return values.key(KEY.name(), KeyUse.BDK_TDES, KeyUse.BDK_AES);
        }
    }
}
