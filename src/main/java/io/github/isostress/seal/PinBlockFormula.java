package io.github.isostress.seal;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.crypto.pin.PinBlockFormat;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageInputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A PIN block under a zone key or the key of a DUKPT transaction. A received block is deciphered, and its PIN verified:
 * most formats have another block each time. Immutable and thread-safe.
 */
final class PinBlockFormula implements Formula {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Setting FORMAT = Setting.choiceOr(
            "format",
            "of ISO 9564-1",
            Arrays.stream(PinBlockFormat.values()).map(PinBlockFormat::toString).toList());
    private static final Setting KEY = Setting.required("key", "name of the PIN key or BDK");

    static final FormulaKind KIND = new FormulaKind(
            "pinblock",
            "The enciphered PIN (DE 52); of a received one, whether it holds the PIN",
            List.of(
                    FORMAT,
                    KEY,
                    PinProof.PIN_ITSELF,
                    CardSettings.PAN,
                    DukptSettings.KSN,
                    PinProof.PVK,
                    PinProof.PVKI,
                    PinProof.PVV,
                    PinProof.PIN_OFFSET),
            PinBlockFormula::new);

    private final PinBlockFormat format;
    private final PinProof proof;
    private final boolean hasPin;
    private final List<FormulaInput> inputs;

    private PinBlockFormula(FormulaSettings settings) {
        format = PinBlockFormat.of(settings.choice(FORMAT.name()));
        proof = PinProof.of(settings);
        hasPin = settings.has(PinProof.PIN_ITSELF.name());
        if (!hasPin && proof == PinProof.PIN) {
            throw new IllegalArgumentException("pinblock needs pin, or to verify a block pvk");
        }
        inputs = new ArrayList<>(proof.inputs(settings));
        inputs.add(settings.input(KEY.name()));
        inputs.add(DukptSettings.ksn(settings));
        if (format.needsPan() || proof != PinProof.PIN) {
            inputs.add(CardSettings.pan(settings));
        }
    }

    @Override
    public Set<ElementPath> needs() {
        return inputs.stream().flatMap(input -> input.needs().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Computation begin() {
        return new Block(inputs.stream().map(FormulaInput::begin).toList());
    }

    /** The block of one message. */
    private final class Block implements Computation {
        private final List<FormulaInput.Given> given;

        Block(List<FormulaInput.Given> given) {
            this.given = given;
        }

        @Override
        public String value(MessageInputs message) {
            if (!hasPin) {
                throw new IllegalArgumentException("pinblock needs pin to make a block; pvk serves to verify one");
            }
            SettingValues values = new SettingValues(given, message);
            return HEX.formatHex(format.encipher(values.text(PinProof.PIN_ITSELF.name()), pan(values), key(values)));
        }

        @Override
        public Optional<String> mismatch(MessageInputs message, String seen) {
            SettingValues values = new SettingValues(given, message);
            String pan = pan(values);
            CipherKey key = key(values);
            Optional<String> pin;
            try {
                pin = format.decipher(SettingValues.bytes("a PIN block", seen), pan, key);
            } catch (IllegalArgumentException e) {
                return Optional.of(e.getMessage());
            }
            if (pin.isEmpty()) {
                return Optional.of("it is no PIN block of format " + format + " under this key"
                        + (format.needsPan() ? " and for this PAN" : ""));
            }
            return proof.accepts(pin.get(), values) ? Optional.empty() : Optional.of("it holds another PIN");
        }

        @Override
        public String explained(MessageInputs message) {
            SettingValues values = new SettingValues(given, message);
            return "in format " + format + "\n" + DukptSettings.explained(named(values), values)
                    + (format.needsPan() ? "\nfor the card " + CardSettings.masked(values) : "");
        }

        private String pan(SettingValues values) {
            return format.needsPan() ? CardSettings.pan(values) : "";
        }

        private CipherKey key(SettingValues values) {
            return DukptSettings.key(named(values), values, WorkingKeyUse.PIN, format.algorithm());
        }

        private NamedKey named(SettingValues values) {
            return values.key(KEY.name(), KeyUse.PIN, KeyUse.BDK_TDES, KeyUse.BDK_AES);
        }
    }
}
