package io.github.isostress.jmeter.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.pin.PinBlockFormat;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.util.HexFormat;
import java.util.List;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.InvalidVariableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JMeter functions that take a key, and those that count transactions. */
@ExtendWith(JMeterEnvironment.class)
class KeyFunctionsTest {
    private static String evaluate(String text) throws InvalidVariableException {
        CompoundVariable compiled = new CompoundVariable();
        compiled.setParameters(text);
        return compiled.execute();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${__isoKcv(3DES,0123456789ABCDEFFEDCBA9876543210)} | 08D7B4
            ${__isoKcv(aes, 3F419E1CB7079442AA37474C2EFBF8B8)} | 08793E
            ${__isoPinBlock(0,042666B49184CF5C68DE9628D0397B36,1234,4012345678909)} | 1B9C1845EB993A7A
            """)
    void shouldGiveThePublishedValueWhenKeyIsKnown(String text, String published) throws InvalidVariableException {
        assertThat(evaluate(text)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0123456789ABCDEFFEDCBA9876543210",
        "3, 0123456789ABCDEFFEDCBA9876543210",
        "4, 00112233445566778899AABBCCDDEEFF"
    })
    void shouldHoldThePinWhenFillIsRandom(String format, String key) throws InvalidVariableException {
        String block = evaluate("${__isoPinBlock(" + format + "," + key + ",123456,4761739001010119)}");

        PinBlockFormat read = PinBlockFormat.of(format);
        CipherKey ready = read.algorithm().key(HexFormat.of().parseHex(key));
        assertThat(read.decipher(HexFormat.of().parseHex(block), "4761739001010119", ready))
                .contains("123456");
    }

    @Test
    void shouldCountOnWhenAKsnIsAskedForAgain() throws InvalidVariableException {
        assertThat(List.of(
                        evaluate("${__isoKsn(FFFF0000000001000000,2046)}"),
                        evaluate("${__isoKsn(FFFF0000000001000000,2046)}"),
                        evaluate("${__isoKsn(1234567890ABCDEF,1)}")))
                .containsExactly("FFFF00000000010007FE", "FFFF0000000001000800", "1234567890ABCDEF00000001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${__isoKcv(DES,0123456789ABCDEF)}      | the algorithm of a key must be 3DES or AES
            ${__isoKcv(3DES,0123456789ABCDEFF)}    | the key must be whole bytes in hex digits
            ${__isoKcv(3DES,0123456789ABCDEG)}     | the key must be whole bytes in hex digits
            ${__isoKcv(AES,0123456789ABCDEF)}      | an AES key has 16, 24 or 32 bytes, not 8
            ${__isoPinBlock(2,00,1234,4761739001010119)} | there is no PIN block format '2'; known are 0, 1, 3, 4
            ${__isoPinBlock(0,0123456789ABCDEFFEDCBA9876543210,987,4761739001010119)} | a PIN has 4 to 12 digits (ISO 9564-1), this one has 3
            ${__isoPinBlock(0,0123456789ABCDEFFEDCBA9876543210,9876,476173)} | a PIN block needs a PAN of 8 to 19 digits (ISO/IEC 7812-1), this one has 6
            ${__isoKsn(FFFF98765432,1)}            | the initial key id of 3DES DUKPT (ANSI X9.24-1) has 20 hex digits, this one has 12
            ${__isoKsn(FFFF9876543210E00000,x)}    | the first counter of a KSN must be a whole number
            ${__isoKsn(FFFF9876543210E00000,2095105)} | the terminal's counter is used up: in 3DES DUKPT (ANSI X9.24-1) the last KSN is FFFF9876543210FFF800
            """)
    void shouldRefuseInOneSentenceWhenAnArgumentIsWrong(String text, String sentence) {
        assertThatThrownBy(() -> evaluate(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
