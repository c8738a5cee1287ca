package io.github.isostress.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.support.TestMessages;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issuers' answers to the published cryptograms (pyemv), as hosts put them into tag 91. */
class VerifiedArpcTest {
    private static final String PACKAGER = Exchanged.PACKAGER;
    private static final String IMK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String OTHER_IMK = "89ABCDEF0123456776543210FEDCBA98";
    private static final String PAN = "1234567890123456";
    private static final String VISA_10 = "9F260829CCA15AE665FA2E9F100706010A03A060109F3602001C9F370452BF4585";
    private static final String VISA_18 = "9F26087A788EA6B8A3E7339F100706011203A0B8009F3602001C9F370452BF4585";
    private static final String MASTERCARD_16 =
            "9F260824CCF3DEE3158C709F10120110A00003220000000000000000000000FF9F3602001C9F3704ABCDEF12";

    private static Verdict judge(String line, String imk, String code, String chip, String answered) throws Exception {
        ISOMsg request = TestMessages.message(PACKAGER, "0200", "000001");
        request.set(2, PAN);
        request.set(55, HexFormat.of().parseHex(chip));
        ISOMsg answer = TestMessages.message(PACKAGER, "0210", "000001");
        answer.set(39, code);
        if (!answered.isEmpty()) {
            answer.set(55, HexFormat.of().parseHex(answered));
        }
        VerifiedSeals seals =
                VerifiedSeals.compile(line, Optional.of(Packagers.builtIn(PACKAGER)), Expression.Compiler.LITERAL);
        NamedKey key =
                new NamedKey("IMK", KeyUse.IMK_AC, CipherKey.tdes(HexFormat.of().parseHex(imk)));
        return new ResponseRules(Set.of("00"), ResponseRules.USUALLY_RETURNED)
                .judge(
                        Exchanged.outcome(TestMessages.pack(request), TestMessages.pack(answer)),
                        seals,
                        new MessageContext(Keys.NONE.with(key), new Counters()));
    }

    private static String chip(String cvn) {
        return switch (cvn) {
            case "10" -> VISA_10;
            case "18" -> VISA_18;
            default -> MASTERCARD_16;
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10  | method=1                   | 910A28993816AFAE4AEB3030
            10  |                            | 910A28993816AFAE4AEB3030
            10  | method=1 arc=3030          | 910A28993816AFAE4AEB3030
            10  | method=1                   | 910828993816AFAE4AEB
            18  | method=2                   | 91089AF514C100000000
            18  |                            | 91089AF514C100000000
            18  | method=2 csu=00000000      | 91089AF514C100000000
            M16 |                            | 910A73F6BBF389A6586C0010
            M16 | arc=0010                   | 910A73F6BBF389A6586C0010
            """)
    void shouldBeASuccessWhenTheArpcIsRight(String cvn, String settings, String answered) throws Exception {
        String line = "55.91:= arpc key=IMK " + (settings == null ? "" : settings);

        assertThat(judge(line, IMK, "00", chip(cvn), answered)).satisfies(verdict -> {
            assertThat(verdict.code()).as(verdict.particulars()).isEqualTo("00");
            assertThat(verdict.successful()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10  | method=1              | 910A28993816AFAE4AEC3030
            10  | method=1              | 910A28993816AFAE4AEB3031
            10  | method=1 arc=3035     | 910A28993816AFAE4AEB3030
            10  | method=1              | 910728993816AFAE4A
            10  | method=1              | 910B28993816AFAE4AEB303000
            10  | method=2              | 910A28993816AFAE4AEB3030
            18  | method=2              | 91089AF514C200000000
            18  | method=2              | 91089AF514C100820000
            18  | method=2 csu=00820000 | 91089AF514C100000000
            18  | method=2              | 91049AF514C1
            M16 |                       | 910A73F6BBF389A6586C0012
            """)
    void shouldBeAMismatchWhenTheArpcIsWrong(String cvn, String settings, String answered) throws Exception {
        String line = "55.91:= arpc key=IMK " + (settings == null ? "" : settings);

        Verdict verdict = judge(line, IMK, "00", chip(cvn), answered);

        assertThat(verdict.code()).isEqualTo("ARPC_MISMATCH");
        assertThat(verdict.particulars())
                .startsWith("element 55.91: expected ")
                .contains(", seen " + answered.substring(4))
                .contains("IMK", "check value 08D7B4", "DE 39 is 00")
                .doesNotContain(PAN, IMK);
    }

    @Test
    void shouldBeAMismatchWhenTheIssuerHasAnotherKey() throws Exception {
        assertThat(judge("55.91:= arpc key=IMK", OTHER_IMK, "00", VISA_10, "910A28993816AFAE4AEB3030")
                        .code())
                .isEqualTo("ARPC_MISMATCH");
    }

    @ParameterizedTest
    @CsvSource({
        "00, ARPC_MISSING, ''",
        "00, ARPC_MISSING, 8A023030",
        "51, 51, ''",
        "91, 91, ''",
        "51, ARPC_MISMATCH, 910A28993816AFAE4AEC3531",
    })
    void shouldBeMissingInAnApprovalAndVerifiedWhereItCame(String code, String expected, String answered)
            throws Exception {
        assertThat(judge("55.91:= arpc key=IMK", IMK, code, VISA_10, answered).code())
                .isEqualTo(expected);
    }

    @Test
    void shouldBeNotVerifiedWhenNeitherMessageHasWhatItNeeds() throws Exception {
        Verdict verdict = judge("55.91:= arpc key=IMK cvn=10", IMK, "00", "9F3602001C", "910A28993816AFAE4AEB3030");

        assertThat(verdict.code()).isEqualTo("NOT_VERIFIED");
        assertThat(verdict.particulars())
                .isEqualTo("element 55.91: tag 9F26 is needed, which the message does not have\nDE 39 is 00");
    }

    @Test
    void shouldComeAfterTheMacWhenBothAreWrong() throws Exception {
        String lines = "55.91:= arpc key=IMK\n64:= mac key=MAK";

        assertThat(judge(lines, IMK, "00", VISA_10, "").code()).isEqualTo("MAC_MISSING");
    }
}
