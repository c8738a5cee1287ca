package io.github.isostress.crypto.dukpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Key serial numbers are read and written as the two standards have them. */
class KsnTest {
    @ParameterizedTest
    @CsvSource({
        "TDES, FFFF9876543210E00000, 7FFFCC3B2A19087, 0",
        "TDES, FFFF9876543210EFF800, 7FFFCC3B2A19087, FF800",
        "TDES, FFFF9876543210FFF800, 7FFFCC3B2A19087, 1FF800",
        "TDES, 00000000000000000001, 0, 1",
        "AES, 123456789012345600000001, 1234567890123456, 1",
        "AES, FFFFFFFFFFFFFFFFFFFF0000, FFFFFFFFFFFFFFFF, FFFF0000"
    })
    void shouldComeOutAsItWentInWhenAKsnIsRead(DukptScheme scheme, String hex, String id, String counter) {
        Ksn ksn = scheme.read(hex);

        assertThat(ksn)
                .hasToString(hex)
                .isEqualTo(new Ksn(scheme, Long.parseUnsignedLong(id, 16), Long.parseLong(counter, 16)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TDES | FFFF9876543210E000   | the KSN of 3DES DUKPT (ANSI X9.24-1) has 20 hex digits, this one has 18
            AES  | FFFF9876543210E00001 | the KSN of AES DUKPT (ANSI X9.24-3) has 24 hex digits, this one has 20
            TDES | FFFF9876543210E0000x | the KSN of 3DES DUKPT (ANSI X9.24-1) has a character that is no hex digit
            """)
    void shouldSayTheRuleWhenItIsNoKsn(DukptScheme scheme, String hex, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> scheme.read(hex)).withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TDES | FFFF9876543210E0     | the initial key id of 3DES DUKPT (ANSI X9.24-1) has 20 hex digits, this one has 16
            TDES | FFFF9876543210E00001 | the last 21 bits of the initial key id of 3DES DUKPT (ANSI X9.24-1) are the counter, and have to be zero
            AES  | FFFF9876543210E00000 | the initial key id of AES DUKPT (ANSI X9.24-3) has 16 hex digits, this one has 20
            """)
    void shouldSayTheRuleWhenItIsNoInitialKeyId(DukptScheme scheme, String id, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheme.initial(id))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TDES | FFFF9876543210E00000 | 0          | the counter 000000 has no key in 3DES DUKPT (ANSI X9.24-1): the first one is 1
            TDES | FFFF9876543210E00000 | 2047       | the counter 0007FF has no key in 3DES DUKPT (ANSI X9.24-1): it has more than 10 one bits
            TDES | FFFF9876543210E00000 | 2095105    | the counter 1FF801 has no key in 3DES DUKPT (ANSI X9.24-1): the last one is 1FF800
            TDES | FFFF9876543210E00000 | 2097152    | the counter of 3DES DUKPT (ANSI X9.24-1) has 21 bits; 2097152 has more
            AES  | 1234567890123456     | 131071     | the counter 0001FFFF has no key in AES DUKPT (ANSI X9.24-3): it has more than 16 one bits
            AES  | 1234567890123456     | 4294901761 | the counter FFFF0001 has no key in AES DUKPT (ANSI X9.24-3): the last one is FFFF0000
            """)
    void shouldSayTheRuleWhenACounterHasNoKey(DukptScheme scheme, String id, long counter, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheme.initial(id).at(counter))
                .withMessage(sentence);
    }

    @Test
    void shouldHaveMoreThanAMillionTransactionsWhenTheSchemeIsOf3Des() {
        long allowed =
                LongStream.range(0, 1 << 21).filter(DukptScheme.TDES::allows).count();

        assertThat(allowed).as("ANSI X9.24-1, annex A").isEqualTo(1_048_575);
    }
}
