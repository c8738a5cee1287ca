package io.github.isostress.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the codes in messages mean. */
class VocabularyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0100 | Authorisation request, acquirer, ISO 8583:1987
            0210 | Financial request response, acquirer, ISO 8583:1987
            0201 | Financial request, acquirer repeat, ISO 8583:1987
            0420 | Reversal advice, acquirer, ISO 8583:1987
            1422 | Chargeback advice, issuer, ISO 8583:1993
            0422 | Issuer reversal or chargeback advice, issuer, ISO 8583:1987
            1804 | Network management request, other, ISO 8583:1993
            2814 | Network management request response, other, ISO 8583:2003
            9200 | Financial request, acquirer, private version
            """)
    void shouldReadTheFourDigitsWhenItIsAnMti(String mti, String meaning) {
        assertThat(MessageTypes.meaning(mti)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "020", "02000", "0000", "3200", "0290", "0209", "ABCD", "02.0"})
    void shouldSayNothingWhenADigitOfAnMtiHasNoMeaning(String mti) {
        assertThat(MessageTypes.meaning(mti)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            000000 | Goods and services
            003000 | Goods and services, from credit account
            011000 | Cash withdrawal, from savings account
            200030 | Return of goods, refund, to credit account
            310000 | Balance inquiry
            401020 | Account transfer, from savings account, to cheque account
            009900 | Goods and services
            """)
    void shouldReadTypeAndAccountsWhenItIsAProcessingCode(String code, String meaning) {
        assertThat(ProcessingCodes.meaning(code)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0000000", "990000", "00AB00", "type.0"})
    void shouldSayNothingWhenTheTransactionTypeHasNoMeaning(String code) {
        assertThat(ProcessingCodes.meaning(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            051 | Chip, PIN can be entered
            022 | Magnetic stripe, no PIN can be entered
            012 | Keyed in, no PIN can be entered
            071 | Contactless chip, PIN can be entered
            010 | Keyed in
            054 | Chip
            """)
    void shouldReadEntryAndPinWhenItIsAPosEntryMode(String code, String meaning) {
        assertThat(PosEntryModes.meaning(code)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "0510", "691", "05A", "entry.0", "510101C10101"})
    void shouldSayNothingWhenTheEntryHasNoMeaning(String code) {
        assertThat(PosEntryModes.meaning(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            978 | EUR, Euro
            EUR | EUR, Euro
            840 | USD, US Dollar
            392 | JPY, Japanese Yen
            008 | ALL, Albanian Lek
            """)
    void shouldNameTheCurrencyWhenItIsOneOfIso4217(String code, String meaning) {
        assertThat(Currencies.meaning(code)).contains(meaning);
    }

    /** 891 was the number of two dinars. */
    @ParameterizedTest
    @ValueSource(strings = {"", "97", "0978", "000", "891", "eur", "E U", "QQQ"})
    void shouldSayNothingWhenACurrencyCodeHasNoMeaning(String code) {
        assertThat(Currencies.meaning(code)).isEmpty();
    }

    @Test
    void shouldBePlainTextWhenItIsTheNameOfACurrency() {
        assertThat(Currency.getAvailableCurrencies())
                .allSatisfy(currency -> assertThat(Currencies.meaning(currency.getCurrencyCode()))
                        .hasValueSatisfying(meaning -> assertThat(meaning)
                                .startsWith(currency.getCurrencyCode())
                                .matches("[ -~]+")
                                .doesNotContain("\"", "  ")));
    }

    @ParameterizedTest
    @CsvSource({
        "00, Approved",
        "51, Not sufficient funds",
        "116, Not sufficient funds",
        "1016, Not sufficient funds",
        "9116, MAC incorrect"
    })
    void shouldGoByTheLengthWhenItIsAResponseCode(String code, String meaning) {
        assertThat(ResponseCodes.meaning(code)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z9", "0", "99999", "180", "940"})
    void shouldSayNothingWhenAResponseCodeHasNoMeaning(String code) {
        assertThat(ResponseCodes.meaning(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9F02 | Amount, Authorised (Numeric)
            9F26 | Application Cryptogram (AC)
            57   | Track 2 Equivalent Data
            91   | Issuer Authentication Data
            """)
    void shouldNameTheTagWhenItIsOneOfEmv(String tag, String name) {
        assertThat(EmvTags.name(tag)).contains(name);
    }

    @Test
    void shouldNameTheCommonTagsWhenTheyAreListed() {
        assertThat(EmvTags.named()).hasSizeGreaterThan(150).allMatch(tag -> tag.matches("([0-9A-F]{2}){1,3}"));
        assertThat(EmvTags.name("DF01")).isEmpty();
    }

    /** A quote or two blanks would end it where it is read back from a sample. */
    @Test
    void shouldBePlainTextInOneLineWhenItIsAName() {
        assertThat(Stream.of("message-types", "processing-codes", "pos-entry-modes", "response-codes", "emv-tags")
                        .map(table -> Glossary.of(table + ".properties"))
                        .flatMap(table -> table.meanings().values().stream()))
                .allMatch(meaning -> meaning.equals(meaning.strip()))
                .allMatch(meaning -> meaning.matches("[ -~]+"))
                .noneMatch(meaning -> meaning.contains("\"") || meaning.contains("  "));
    }
}
