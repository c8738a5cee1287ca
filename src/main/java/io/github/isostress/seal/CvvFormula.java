package io.github.isostress.seal;

import io.github.isostress.crypto.card.CardVerificationValue;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.message.value.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Card verification values: on the stripe, printed, in the chip. */
final class CvvFormula implements SettingsFormula.Rule {
    private static final Setting KEY = Setting.required("key", "name of the CVK");
    private static final Setting SERVICE = Setting.required("service", "service code, three digits");
    private static final String USUAL_ORDER = "YYMM";
    private static final Setting ORDER =
            Setting.choiceOr("order", "in which the printed value takes the expiry date", List.of(USUAL_ORDER, "MMYY"));

    static final FormulaKind ON_STRIPE = new FormulaKind(
            "cvv",
            "The CVV or CVC on a magnetic stripe, three digits",
            List.of(KEY, CardSettings.PAN, CardSettings.EXPIRY, SERVICE),
            settings -> compile(settings, null));

    static final FormulaKind PRINTED = new FormulaKind(
            "cvv2",
            "The printed CVV2 or CVC2, three digits",
            List.of(KEY, CardSettings.PAN, CardSettings.EXPIRY, ORDER),
            settings -> compile(settings, CardVerificationValue.PRINTED));

    static final FormulaKind IN_CHIP = new FormulaKind(
            "icvv",
            "The iCVV or chip CVC in the track data of a chip, three digits",
            List.of(KEY, CardSettings.PAN, CardSettings.EXPIRY),
            settings -> compile(settings, CardVerificationValue.IN_CHIP));

    private static final int YEAR_AND_MONTH = 4;

    private final PerKey<CardVerificationValue> ready = new PerKey<>(CardVerificationValue::new);

    /** The service code of all values; null if a setting gives it. */
    private final String service;

    private final boolean monthFirst;

    private CvvFormula(String service, boolean monthFirst) {
        this.service = service;
        this.monthFirst = monthFirst;
    }

    private static Formula compile(FormulaSettings settings, String service) {
        List<FormulaInput> inputs = new ArrayList<>(
                List.of(settings.input(KEY.name()), CardSettings.pan(settings), CardSettings.expiry(settings)));
        if (service == null) {
            inputs.add(settings.input(SERVICE.name()));
        }
        boolean monthFirst = CardVerificationValue.PRINTED.equals(service)
                && !settings.choice(ORDER.name()).equals(USUAL_ORDER);
        return new SettingsFormula(inputs, Set.of(), new CvvFormula(service, monthFirst));
    }

    @Override
    public String value(SettingValues values) {
        return ready.of(values.key(KEY.name(), KeyUse.CVK).key())
                .of(
                        CardSettings.pan(values),
                        ordered(values.text(CardSettings.EXPIRY.name())),
                        service == null ? values.text(SERVICE.name()) : service);
    }

    private String ordered(String expiry) {
        return monthFirst && expiry.length() == YEAR_AND_MONTH
                ? expiry.substring(YEAR_AND_MONTH / 2) + expiry.substring(0, YEAR_AND_MONTH / 2)
                : expiry;
    }

    @Override
    public String explained(SettingValues values) {
        return CardSettings.explained(values.key(KEY.name(), KeyUse.CVK), values);
    }
}
