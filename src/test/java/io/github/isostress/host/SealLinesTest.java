package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.host.seal.SealRefusal;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that say what a host verifies and signs. */
class SealLinesTest {
    private static final Optional<IsoPackager> PACKAGER = Optional.of(Packagers.builtIn("iso87ascii"));

    private static HostSeals parse(String text) {
        return HostSeals.parse(text, PACKAGER, SealedClient.keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify 64:= mac key=MAK algorithm=aes-cmac",
                "VERIFY 02XX 64:= mac key=MAK algorithm=aes-cmac OR 63",
                "verify 0100, 0200,04x0 if present 64:= mac key=MAK algorithm=aes-cmac or A1  # of terminals",
                "  sign 0210 64:=mac key=\"MAK\" algorithm=aes-cmac #",
                "# nothing\nsign 128:= mac key=MAK algorithm=aes-cmac",
                "sign 48:= kcv key=MAK"
            })
    void shouldBeTakenWhenItIsALine(String text) {
        assertThat(parse(text).count()).isEqualTo(1);
    }

    @Test
    void shouldSayNothingWhenThereAreOnlyComments() {
        assertThat(parse("\n # verify 64:= mac key=MAK\n").count()).isZero();
        assertThat(parse("# none")).hasToString("0 checks and signatures");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check 64:= mac key=MAK | a line is verify or sign, an element, := and a formula, as in 'verify 64:= mac key=MAK' or 'sign 02xx 64:= mac key=MAK'",
                "verify 64 := mac key=MAK | a line is verify or sign, an element, := and a formula, as in 'verify 64:= mac key=MAK' or 'sign 02xx 64:= mac key=MAK'",
                "verify 2xx 64:= mac key=MAK | '2xx' is no message type: write four digits, with x for any digit, as 0200 or 04x0",
                "verify 999:= mac key=MAK | element 999 cannot be set: data elements are 0 (the MTI) and 2 to 192, and the bitmap follows from them",
                "verify 129:= mac key=MAK | packager iso87ascii does not define DE 129",
                "verify 64:= | there is no formula behind :=",
                "verify 64:= mac key=ZAK | there is no key 'ZAK' in scope; known are MAK, TMK",
                "verify 64:= mac key=MAK algorithm=aes-cmac or 888 | '888' is no response code: DE 39 has 2 letters or digits with packager iso87ascii",
                "sign 64:= mac key=MAK or 88 | 'sign' takes neither 'if present' nor 'or' and a response code",
                "sign if present 64:= mac key=MAK | 'sign' takes neither 'if present' nor 'or' and a response code",
                "sign 48.1:= kcv key=MAK | 1 is no BER-TLV tag",
            })
    void shouldBeRefusedWithLineAndRuleWhenItIsWrong(String line, String sentence) {
        assertThatThrownBy(() -> parse("# first\n" + line))
                .isInstanceOfSatisfying(
                        SealRefusal.class, refusal -> assertThat(refusal.line()).isEqualTo(2))
                .hasMessage("checks and signs, line 2: " + sentence);
    }

    @Test
    void shouldBeRefusedWhenThereIsNoPackager() {
        assertThatThrownBy(() -> HostSeals.parse("verify 64:= mac key=MAK", Optional.empty(), SealedClient.keys()))
                .hasMessage("checks and signs, line 1: 'verify' needs a packager, and the host has none");
    }

    @Test
    void shouldShowNoValueOfTheLineWhenItIsRefused() {
        assertThatThrownBy(() -> parse("verify 52:= pinblock format=7 key=MAK pin=1974"))
                .hasMessageStartingWith("checks and signs, line 1: ")
                .hasMessageNotContaining("1974");
    }
}
