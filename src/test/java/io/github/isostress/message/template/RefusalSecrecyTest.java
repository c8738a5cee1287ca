package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals go to logs and reports, so none may repeat a card number. */
class RefusalSecrecyTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final String PAN = "4761739001010119";
    private static final String PAN_IN_ASCII = PAN.replaceAll("(.)", "3$1");
    private static final String[] CLEAR = {PAN, PAN_IN_ASCII, PAN.substring(0, 9), PAN.substring(6)};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 " + PAN + "1234",
                "2 " + PAN + "x",
                "35 " + PAN + "=2812${SERVICE}",
                "35 " + PAN + "D28122010000000000000",
                "48 ${__nothing(" + PAN + ")}",
                "52 " + PAN + "0",
                "52 " + PAN + "00",
                "55.5A " + PAN + "F",
                "55.5AZ " + PAN,
                "41 " + PAN,
                "48 " + PAN + "\u20ac",
                PAN,
                PAN + " 2",
                "hex " + PAN
            })
    void shouldNotRepeatTheCardNumberWhenLineIsRefused(String line) {
        assertThatRefusalOf(BINARY, "0 0200", line).doesNotContain(CLEAR);
    }

    @Test
    void shouldNotRepeatTheCardNumberWhenCapturedMessageHasUnknownVariable() {
        assertThatRefusalOf(null, "hex 30323030" + PAN_IN_ASCII + "${STAN}").doesNotContain(CLEAR);
    }

    @Test
    void shouldNotRepeatTheCardNumberWhenCapturedMessageHasNoHexInFrontOfIt() {
        assertThatRefusalOf(null, "30323030" + PAN_IN_ASCII).doesNotContain(CLEAR);
    }

    @Test
    void shouldNotRepeatTheCardNumberWhenCapturedMessageCannotBeRead() {
        assertThatRefusalOf(BINARY, "hex 0200 4020000000000000 16" + PAN + "00", "11 000001")
                .doesNotContain(CLEAR);
    }

    @Test
    void shouldNotRepeatTheCardNumberWhenVariableComesOutWrong() {
        assertThatRefusalOf(BINARY, new Variables().with("PAN", PAN + "?"), "0 0200", "2 ${PAN}")
                .doesNotContain(CLEAR);
    }
}
