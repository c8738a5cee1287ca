package io.github.isostress.jmeter.function;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.card.CardVerificationValue;
import java.util.List;

/** {@code ${__isoCvv(key,pan,expiry,service)}}: the card verification value of a card, three digits. */
public final class IsoCvv extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoCvv() {
        super(
                "__isoCvv",
                KeyArgument.DESCRIPTION,
                "PAN: 8 to 19 digits",
                "Expiry date: YYMM, or MMYY where the issuer takes it so for a printed value",
                "Service code: three digits; 000 for CVV2, 999 for iCVV");
    }

    @Override
    String value(List<String> values) {
        return new CardVerificationValue(KeyArgument.of(CipherAlgorithm.TDES, values.get(0)))
                .of(values.get(1), values.get(2), values.get(3));
    }
}
