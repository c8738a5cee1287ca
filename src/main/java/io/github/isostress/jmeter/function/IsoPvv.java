package io.github.isostress.jmeter.function;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.card.PinVerificationValue;
import java.util.List;

/** {@code ${__isoPvv(key,pan,pvki,pin)}}: Visa's PIN verification value of a card, four digits. */
public final class IsoPvv extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoPvv() {
        super("__isoPvv", KeyArgument.DESCRIPTION, "PAN: 12 to 19 digits", "PVKI: one digit", "PIN: 4 to 12 digits");
    }

    @Override
    String value(List<String> values) {
        return new PinVerificationValue(KeyArgument.of(CipherAlgorithm.TDES, values.get(0)))
                .of(values.get(1), values.get(2), values.get(3));
    }
}
