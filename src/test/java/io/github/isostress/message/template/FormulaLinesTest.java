package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;
import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Cmac;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.value.MessageContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a template whose values are computed: when, from what, and where they stand. */
class FormulaLinesTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final CipherKey ONE = CipherKey.aes(bytes("2b7e151628aed2a6abf7158809cf4f3c"));
    private static final CipherKey OTHER = CipherKey.aes(bytes("00112233445566778899aabbccddeeff"));
    private static final MessageContext CONTEXT = new MessageContext(keys(ONE), new Counters());

    private static Keys keys(CipherKey key) {
        return Keys.NONE.with(new NamedKey("MAK", KeyUse.MAC, key));
    }

    private static String mac(CipherKey key, byte[] message) {
        byte[] covered = Arrays.copyOf(message, message.length - 8);
        return hex(Arrays.copyOf(new Cmac(key).of(covered), 8));
    }

    @Test
    void shouldCoverAllBeforeItsElementWhenItIsAMac() throws Exception {
        byte[] message = template(
                        BINARY,
                        new Variables().with("STAN", "000017"),
                        "0 0200",
                        "11 ${STAN}",
                        "48 some data",
                        "64:= mac key=MAK algorithm=aes-cmac")
                .fill(CONTEXT)
                .bytes();

        assertThat(value(decode(BINARY, message), "64")).isEqualTo(mac(ONE, message));
    }

    @Test
    void shouldBeComputedBeforeWhatNeedsItWhenItsLineStandsBehind() throws Exception {
        Keys both = keys(ONE).with(new NamedKey(ONE.checkValue(), KeyUse.MAC, OTHER));
        byte[] message = template(BINARY, new Variables(), "0 0200", "48:= kcv key=@60", "60:= kcv key=@61", "61 MAK")
                .fill(new MessageContext(both, new Counters()))
                .bytes();

        assertThat(value(decode(BINARY, message), "48")).isEqualTo(OTHER.checkValue());
        assertThat(value(decode(BINARY, message), "60")).isEqualTo(ONE.checkValue());
    }

    @Test
    void shouldHaveTheNewMacAndAllElseAsItWasWhenAKeyChanges() throws Exception {
        Variables counting =
                new Variables().with("STAN", List.of("000001", "000002").iterator()::next);
        FilledMessage before = template(BINARY, counting, "0 0200", "11 ${STAN}", "64:= mac key=MAK algorithm=aes-cmac")
                .fill(CONTEXT);

        FilledMessage after = before.under(keys(OTHER));

        assertThat(hex(after.bytes())).startsWith(hex(Arrays.copyOf(before.bytes(), before.bytes().length - 8)));
        assertThat(value(decode(BINARY, after.bytes()), "64")).isEqualTo(mac(OTHER, after.bytes()));
    }

    @Test
    void shouldBeTheSameMessageWhenNoKeyChanges() throws Exception {
        FilledMessage message = template(
                        BINARY, new Variables(), "0 0200", "11 000001", "64:= mac key=MAK algorithm=aes-cmac")
                .fill(CONTEXT);

        assertThat(message.under(CONTEXT.keys())).isSameAs(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            48:= guess key=MAK   | line 2, element 48: there is no such formula; known are
            48:=                 | line 2, element 48: there is no formula behind :=
            48:= kcv             | line 2, element 48: kcv needs key
            48:= kcv key=MAK a=1 | line 2, element 48: kcv has no setting a; it takes key
            48:= kcv key=MAK 1234=1 | line 2, element 48: kcv has no setting ***; it takes key
            48:= kcv 1234=1 1234=2 | line 2, element 48: setting *** of kcv is given a second time
            48:= 1234567890 a    | line 2, element 48: setting 1 of *** has no equals sign
            48:= kcv key=0123456789ABCDEF | line 2, element 48: a key stands where the name of one is needed
            48:= kcv key = MAK   | line 2, element 48: setting 1 of kcv has no equals sign
            48:= kcv key=MAK key=A | line 2, element 48: setting key of kcv is given a second time
            48:= kcv key="MAK    | line 2, element 48: a quotation mark has no other that closes it
            48:= kcv key=@x      | line 2, element 48: key: 'x' is no data element
            48:= kcv key=NONE    | line 2, element 48: there is no key 'NONE' in scope
            48:= kcv key=@48     | line 2, element 48: cannot be computed from itself
            48:= kcv key=@60     | line 2, element 48: key comes from element 60, which the message does not have
            48:= kcv key=${NO}   | line 2, element 48: a variable or function in key has no value
            """)
    void shouldNameLineAndRuleWhenAFormulaIsWrong(String line, String sentence) {
        assertThatRefusalOf(BINARY, "0 0200", line).startsWith(sentence);
    }

    @Test
    void shouldNameEveryElementWhenFormulasNeedEachOther() {
        assertThatRefusalOf(BINARY, "0 0200", "48:= kcv key=@60", "60:= kcv key=@61", "61:= kcv key=@48")
                .isEqualTo("line 2, element 48: cannot be computed, since it needs element 60, which needs element 61, "
                        + "which needs element 48");
    }

    @Test
    void shouldBeRefusedWhenAValueNeedsTheMacOfTheWholeMessage() {
        assertThatRefusalOf(BINARY, "0 0200", "48:= kcv key=@64", "64:= mac key=MAK algorithm=aes-cmac")
                .isEqualTo("line 2, element 48: cannot be computed from element 64, which is computed over the bytes of"
                        + " the whole message");
    }

    @Test
    void shouldBeATextWhenABlankStandsBeforeTheSign() throws Exception {
        byte[] message = template(BINARY, new Variables(), "0 0200", "48 := kcv key=MAK")
                .fill(CONTEXT)
                .bytes();

        assertThat(value(decode(BINARY, message), "48")).isEqualTo(":= kcv key=MAK");
    }
}
