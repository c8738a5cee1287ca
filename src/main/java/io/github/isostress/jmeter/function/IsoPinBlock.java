package io.github.isostress.jmeter.function;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.pin.PinBlockFormat;
import java.util.HexFormat;
import java.util.List;

/** {@code ${__isoPinBlock(format,key,pin,pan)}}: a PIN under a zone key (ISO 9564-1), for use outside templates. */
public final class IsoPinBlock extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoPinBlock() {
        super(
                "__isoPinBlock",
                "Format of ISO 9564-1: 0, 1 or 3 under 3DES, 4 under AES",
                KeyArgument.DESCRIPTION,
                "PIN: 4 to 12 digits",
                "PAN: 8 to 19 digits; of no account in format 1");
    }

    @Override
    String value(List<String> values) {
        PinBlockFormat format = PinBlockFormat.of(values.get(0));
        CipherKey key = KeyArgument.of(format.algorithm(), values.get(1));
        return HexFormat.of().withUpperCase().formatHex(format.encipher(values.get(2), values.get(3), key));
    }
}
