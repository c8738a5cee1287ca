package io.github.isostress.seal;

import io.github.isostress.crypto.card.PinOffset;
import io.github.isostress.crypto.card.PinVerificationValue;
import io.github.isostress.crypto.card.StoredPvv;
import io.github.isostress.crypto.key.KeyUse;
import java.util.ArrayList;
import java.util.List;

/** How the PIN of a received block is verified: by the PIN itself, the card's PVV, or its offset. Thread-safe. */
enum PinProof {
    /** The PIN is that of the line. */
    PIN {
        @Override
        boolean accepts(String pin, SettingValues values) {
            return values.text(PinProof.PIN_ITSELF.name()).equals(pin);
        }
    },
    /** The PIN gives the PVV that the card has (Visa). */
    VALUE {
        @Override
        boolean accepts(String pin, SettingValues values) {
            StoredPvv stored = StoredPvv.in(values.text(PVV.name()));
            return READY_VALUES
                    .of(values.key(PVK.name(), KeyUse.PVK).key())
                    .of(CardSettings.pan(values), values.textOr(PVKI.name(), stored.index()), pin)
                    .equals(stored.value());
        }
    },
    /** The PIN gives the offset that the card has (IBM 3624). */
    OFFSET {
        @Override
        boolean accepts(String pin, SettingValues values) {
            String offset = READY_OFFSETS
                    .of(values.key(PVK.name(), KeyUse.PVK).key())
                    .of(PinOffset.validationData(CardSettings.pan(values)), pin);
            return offset.equals(values.text(PIN_OFFSET.name()));
        }
    };

    static final Setting PIN_ITSELF =
            Setting.optional("pin", "4 to 12 digits; to verify a block, pvk may stand instead");
    static final Setting PVK = Setting.optional("pvk", "to verify a block: name of the PVK of the PIN's PVV or offset");
    static final Setting PVKI =
            Setting.optional("pvki", "key index of the PVV, one digit", "that of the track, or else 1");
    static final Setting PVV =
            Setting.optional("pvv", "the card's PVV, or a track that has it behind the service code", "@35");
    static final Setting PIN_OFFSET = Setting.optional("offset", "the card's PIN offset (IBM 3624), instead of a PVV");

    private static final PerKey<PinVerificationValue> READY_VALUES = new PerKey<>(PinVerificationValue::new);
    private static final PerKey<PinOffset> READY_OFFSETS =
            new PerKey<>(key -> new PinOffset(key, PinOffset.USUAL_TABLE));

    /** Whether a PIN that was deciphered is the card's. */
    abstract boolean accepts(String pin, SettingValues values);

    static PinProof of(FormulaSettings settings) {
        if (!settings.has(PVK.name())) {
            return PIN;
        }
        return settings.has(PIN_OFFSET.name()) ? OFFSET : VALUE;
    }

    List<FormulaInput> inputs(FormulaSettings settings) {
        List<FormulaInput> inputs = new ArrayList<>();
        for (Setting setting : List.of(PIN_ITSELF, PVK, PVKI, PIN_OFFSET)) {
            settings.optional(setting.name()).ifPresent(inputs::add);
        }
        if (this == VALUE) {
            inputs.add(settings.inputOr(PVV.name(), "35"));
        }
        return inputs;
    }
}
