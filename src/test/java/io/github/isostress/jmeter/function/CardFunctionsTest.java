package io.github.isostress.jmeter.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.JMeterEnvironment;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.InvalidVariableException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Card values and MACs outside templates, as a text with a function gives them. */
@ExtendWith(JMeterEnvironment.class)
class CardFunctionsTest {
    private static CompoundVariable compile(String text) throws InvalidVariableException {
        CompoundVariable compiled = new CompoundVariable();
        compiled.setParameters(text);
        return compiled;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${__isoCvv(99999999999999998888888888888888,2222222222222222,3333,111)}              | 361
            ${__isoPvv(0123456789ABCDEFFEDCBA9876543210,1122334455667788,1,4524)}                | 8523
            ${__isoMac(retail,none,8,7CA110454A1A6E570131D9619DC1376E,48656C6C6F20576F726C642021212121)} | F09B856213BAB83B
            ${__isoMac(aes-cmac,,16,2b7e151628aed2a6abf7158809cf4f3c,)}                          | BB1D6929E95937287FA37D129B756746
            ${__isoMac(hmac-sha256,,4,000102030405060708090A0B0C0D0E0F,)}                        | 07EFF8B3
            ${__isoTrack2(5432101234567891,2512,101,18523361,=)}                                 | 5432101234567891=251210118523361
            ${__isoTrack2(5432101234567891,2512,101,,D)}                                         | 5432101234567891D2512101
            """)
    void shouldGiveThePublishedValueWhenKeyAndDataAreKnown(String text, String expected)
            throws InvalidVariableException {
        assertThat(compile(text).execute()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${__isoCvv(9999999999999999,2222222222222222,3333,111)}   | a CVK must be a 3DES key of 16 bytes, not one of 3DES with 8 bytes
            ${__isoCvv(99,2222222222222222,3333,111)}                 | a 3DES key has 8, 16 or 24 bytes, not 1
            ${__isoCvv(x,2222222222222222,3333,111)}                  | the key must be whole bytes in hex digits
            ${__isoPvv(0123456789ABCDEFFEDCBA9876543210,12345678901,1,1234)} | the PAN must have 12 to 19 digits, not 11
            ${__isoMac(md5,1,8,00,00)}                                | there is no MAC algorithm 'md5'; known are retail, alg1, x9.9, x9.19, 3des-cmac, aes-cmac, hmac-sha256
            ${__isoMac(retail,3,8,00,00)}                             | there is no padding '3'; known are 1, 2, none
            ${__isoMac(retail,1,x,0123456789ABCDEFFEDCBA9876543210,00)} | the length of a MAC must be a whole number
            ${__isoMac(retail,1,9,0123456789ABCDEFFEDCBA9876543210,00)} | the length of a MAC by retail is 4 to 8 bytes, not 9
            ${__isoMac(retail,1,8,0123456789ABCDEFFEDCBA9876543210,0)}  | the data must be whole bytes in hex digits
            ${__isoTrack2(5432101234567891,2512,101,,^)}              | the separator of track 2 must be = or D
            """)
    void shouldRefuseInOneSentenceWithoutTheKeyWhenAnArgumentIsWrong(String text, String sentence)
            throws InvalidVariableException {
        CompoundVariable compiled = compile(text);

        assertThatThrownBy(compiled::execute)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
