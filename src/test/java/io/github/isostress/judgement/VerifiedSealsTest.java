package io.github.isostress.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.failure.Failure;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.support.TestMessages;
import io.github.isostress.support.signing.JceMac;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines say elements of an answer must be, and what comes of an answer in which they are not. */
class VerifiedSealsTest {
    private static final String PACKAGER = Exchanged.PACKAGER;
    private static final String MAC_LINE = "64:= mac key=MAK algorithm=aes-cmac";
    private static final byte[] KEY = HexFormat.of().parseHex("2b7e151628aed2a6abf7158809cf4f3c");
    private static final byte[] OTHER_KEY = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
    private static final int MAC_LENGTH = 8;

    private static MessageContext context(byte[] key) {
        return new MessageContext(Keys.NONE.with(new NamedKey("MAK", KeyUse.MAC, CipherKey.aes(key))), new Counters());
    }

    private static VerifiedSeals seals(String lines) {
        return VerifiedSeals.compile(lines, Optional.of(Packagers.builtIn(PACKAGER)), Expression.Compiler.LITERAL);
    }

    private static Verdict judge(String lines, byte[] key, byte[] answer) throws Exception {
        ResponseRules rules = new ResponseRules(Set.of("00"), ResponseRules.USUALLY_RETURNED);
        return rules.judge(outcome(answer), seals(lines), context(key));
    }

    /** An answer to a purchase, with the MAC of a key. */
    private static byte[] signed(ISOMsg answer, byte[] key) {
        answer.set(64, new byte[MAC_LENGTH]);
        byte[] message = TestMessages.pack(answer);
        int end = message.length - MAC_LENGTH;
        byte[] mac = JceMac.aesCmac(key, Arrays.copyOf(message, end));
        System.arraycopy(mac, 0, message, end, MAC_LENGTH);
        return message;
    }

    private static ISOMsg answer(String code) {
        ISOMsg answer = TestMessages.purchase(PACKAGER, "000001");
        answer.set(0, "0210");
        answer.set(39, code);
        return answer;
    }

    private static Outcome outcome(byte[] answer) throws Exception {
        return outcome(answer, Keys.NONE);
    }

    private static Outcome outcome(byte[] answer, Keys replaced) throws Exception {
        return Exchanged.outcome(TestMessages.pack(TestMessages.purchase(PACKAGER, "000001")), answer, replaced);
    }

    @ParameterizedTest
    @CsvSource({"00, true", "51, false"})
    void shouldLeaveTheVerdictToTheResponseCodeWhenTheMacIsRight(String code, boolean successful) throws Exception {
        Verdict verdict = judge(MAC_LINE, KEY, signed(answer(code), KEY));

        assertThat(verdict.code()).isEqualTo(code);
        assertThat(verdict.successful()).isEqualTo(successful);
    }

    @Test
    void shouldTellKeyDataAndBothValuesWhenTheMacIsOfAnotherKey() throws Exception {
        byte[] answer = signed(answer("00"), OTHER_KEY);
        byte[] covered = Arrays.copyOf(answer, answer.length - MAC_LENGTH);

        Verdict verdict = judge(MAC_LINE, KEY, answer);

        assertThat(verdict.code()).isEqualTo("MAC_MISMATCH");
        assertThat(verdict.message()).isEqualTo(Failure.MAC_MISMATCH.sentence());
        assertThat(verdict.particulars())
                .contains("element 64: expected " + hex(JceMac.aesCmac(KEY, covered)) + ", seen "
                        + hex(JceMac.aesCmac(OTHER_KEY, covered)))
                .contains("MAK")
                .contains("check value " + CipherKey.aes(KEY).checkValue())
                .contains(covered.length + " bytes")
                .contains("DE 39 is 00")
                .doesNotContainIgnoringCase(HexFormat.of().formatHex(KEY))
                .doesNotContain("9999990000000013");
    }

    private static String hex(byte[] mac) {
        return HexFormat.of().withUpperCase().formatHex(mac, 0, MAC_LENGTH);
    }

    @Test
    void shouldBeAMismatchWhenOneBitHasChangedOnTheWay() throws Exception {
        byte[] answer = signed(answer("00"), KEY);
        answer[answer.length - MAC_LENGTH - 1] ^= 1;

        assertThat(judge(MAC_LINE, KEY, answer).code()).isEqualTo("MAC_MISMATCH");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7})
    void shouldBeAMismatchWhenTheMacIsCutOff(int length) throws Exception {
        byte[] answer = signed(answer("00"), KEY);
        Arrays.fill(answer, answer.length - MAC_LENGTH + length, answer.length, (byte) 0);

        assertThat(judge(MAC_LINE, KEY, answer).code()).isEqualTo("MAC_MISMATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "51", "88"})
    void shouldBeMissingInAnyAnswerWhenItIsAMac(String code) throws Exception {
        Verdict verdict = judge(MAC_LINE, KEY, TestMessages.pack(answer(code)));

        assertThat(verdict.code()).isEqualTo("MAC_MISSING");
        assertThat(verdict.particulars()).isEqualTo("element 64 is missing\nDE 39 is " + code);
    }

    @Test
    void shouldComeBeforeAContradictionWhenBothAreWrong() throws Exception {
        ISOMsg answer = answer("00");
        answer.set(41, "TERM0002");

        assertThat(judge(MAC_LINE, KEY, signed(answer, OTHER_KEY)).code()).isEqualTo("MAC_MISMATCH");
        assertThat(judge(MAC_LINE, KEY, signed(answer, KEY)).code()).isEqualTo("ECHO_MISMATCH");
    }

    @Test
    void shouldBeNotVerifiedWhenThereIsNoSuchKey() throws Exception {
        Verdict verdict = judge("64:= mac key=ZAK algorithm=aes-cmac", KEY, signed(answer("00"), KEY));

        assertThat(verdict.code()).isEqualTo("NOT_VERIFIED");
        assertThat(verdict.particulars())
                .isEqualTo("element 64: there is no key 'ZAK' in scope; known are MAK\nDE 39 is 00");
    }

    @Test
    void shouldBeVerifiedWithTheKeyThatReplacedTheOneInScopeWhenTheLinkHasSuch() throws Exception {
        ResponseRules rules = new ResponseRules(Set.of("00"), ResponseRules.USUALLY_RETURNED);
        Outcome outcome =
                outcome(signed(answer("00"), OTHER_KEY), context(OTHER_KEY).keys());

        assertThat(rules.judge(outcome, seals(MAC_LINE), context(KEY)).code()).isEqualTo("00");
    }

    @Test
    void shouldTakeTheRequestsValueWhenTheAnswerHasNone() throws Exception {
        ISOMsg answer = answer("00");
        answer.unset(41);
        Keys keys = Keys.NONE.with(new NamedKey("TERM0001", KeyUse.MAC, CipherKey.aes(KEY)));

        Verdict verdict = new ResponseRules(Set.of("00"), ResponseRules.USUALLY_RETURNED)
                .judge(
                        outcome(signed(answer, KEY)),
                        seals("64:= mac key=@41 algorithm=aes-cmac"),
                        new MessageContext(keys, new Counters()));

        assertThat(verdict.code()).isEqualTo("00");
    }

    @Test
    void shouldEvaluateExpressionsForEachAnswerWhenALineHasSome() throws Exception {
        Variables variables = new Variables().with("KEY", List.of("MAK", "NONE").iterator()::next);
        VerifiedSeals seals = VerifiedSeals.compile(
                "64:= mac key=${KEY} algorithm=aes-cmac", Optional.of(Packagers.builtIn(PACKAGER)), variables);
        ResponseRules rules = new ResponseRules(Set.of("00"), ResponseRules.USUALLY_RETURNED);
        Outcome outcome = outcome(signed(answer("00"), KEY));

        assertThat(rules.judge(outcome, seals, context(KEY)).code()).isEqualTo("00");
        assertThat(rules.judge(outcome, seals, context(KEY)).code()).isEqualTo("NOT_VERIFIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# none"})
    void shouldVerifyNothingWhenThereIsNoLine(String text) {
        assertThat(seals(text)).isSameAs(VerifiedSeals.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            64 0102030405060708    | line 1, element 64: write a formula behind :=, as in 64:= mac key=MAK
            hex 0210               | line 1: an answer comes from the host, so hex has no use here
            64:= kcv key=MAK       | line 1, element 64: in an answer, mac and arpc can be verified, not kcv
            64:=                   | line 1, element 64: there is no formula behind :=
            64:= mac               | line 1, element 64: mac needs key
            400:= mac key=MAK      | line 1: element 400 cannot be set
            """)
    void shouldNameLineAndRuleWhenALineCannotBeUsed(String line, String sentence) {
        assertThatThrownBy(() -> seals(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
        assertThat(VerifiedSeals.problems(line, Expression.Compiler.LITERAL))
                .extracting(TemplateProblem::sentence)
                .singleElement()
                .asString()
                .startsWith(sentence);
    }

    @Test
    void shouldBeRefusedWhenNoPackagerReadsTheElement() {
        IsoPackager packager = Packagers.builtIn(PACKAGER);

        assertThatThrownBy(() -> VerifiedSeals.compile(MAC_LINE, Optional.empty(), Expression.Compiler.LITERAL))
                .hasMessage("line 1, element 64: elements need a packager, and the connection has none");
        assertThatThrownBy(() -> VerifiedSeals.compile(
                        MAC_LINE.replace("64:", "192:"), Optional.of(packager), Expression.Compiler.LITERAL))
                .hasMessage("line 1, element 192: packager iso87binary defines no element 192");
    }
}
