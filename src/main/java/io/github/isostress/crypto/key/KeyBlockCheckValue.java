package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Cmac;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check value in an optional block KC or KP (X9.143, 6.3.6.6): 00 and the beginning of enciphered zeros, or 01 and
 * that of a CMAC of zeros. Immutable.
 *
 * @param isCmac whether it is one of a CMAC
 * @param digits hex digits in upper case
 */
record KeyBlockCheckValue(boolean isCmac, String digits) {
    private static final Pattern FORM = Pattern.compile("0([01])((?:[0-9A-F]{2}){2,16})");

    /** Empty if the data are in no form we know; then nothing is compared. */
    static Optional<KeyBlockCheckValue> read(String data) {
        Matcher matcher = FORM.matcher(data);
        return matcher.matches()
                ? Optional.of(new KeyBlockCheckValue(matcher.group(1).equals("1"), matcher.group(2)))
                : Optional.empty();
    }

    boolean fits(CipherKey key) {
        byte[] zeros = new byte[key.algorithm().blockLength()];
        byte[] value = isCmac ? new Cmac(key).of(zeros) : key.encryptEcb(zeros);
        return HexFormat.of().withUpperCase().formatHex(value).startsWith(digits);
    }
}
