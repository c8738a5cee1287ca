package io.github.isostress.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.UnmatchedFrames;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import java.util.List;
import java.util.Set;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseRulesTest {
    private static Outcome answered(String packager, String code) throws FailureException {
        ISOMsg message = TestMessages.message(packager, TestMessages.version(packager) + "210", "000001");
        if (code != null) {
            message.set(39, code);
        }
        return outcome(new MessageDecoder(Packagers.builtIn(packager)).decode(TestMessages.pack(message)), null);
    }

    private static Outcome outcome(DecodedMessage answer, FailureReport failure) {
        Frame frame = failure == null ? new Frame(new byte[1], 0, 1, 1, 1) : null;
        return new Outcome(
                new byte[0],
                0,
                true,
                null,
                frame,
                answer,
                failure,
                0,
                0,
                0,
                new UnmatchedFrames(),
                new byte[0],
                0,
                0,
                Keys.NONE,
                null);
    }

    private static Verdict judge(Set<String> successCodes, Outcome outcome) {
        return new ResponseRules(successCodes, List.of()).judge(outcome);
    }

    @Test
    void shouldSucceedWhenTheCodeIsASuccess() throws Exception {
        assertThat(judge(Set.of("00"), answered("iso87ascii", "00")))
                .isEqualTo(new Verdict(true, "00", "Approved", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "iso87ascii,  05,   Do not honour",
        "iso87ascii,  ZZ,   Response code without a meaning in ISO 8583",
        "iso87binary, 03,   Invalid merchant",
    })
    void shouldFailWithItsMeaningWhenTheCodeIsADecline(String packager, String code, String meaning) throws Exception {
        assertThat(judge(Set.of("00"), answered(packager, code)))
                .isEqualTo(new Verdict(false, code, meaning, "DE 39 is " + code + "; the success codes are 00"));
    }

    /** 00 and 000 are codes of different standards: each stands for itself. */
    @ParameterizedTest
    @CsvSource({"iso93ascii, 000, true", "iso93binary, 000, true", "iso93ascii, 100, false", "cmf, 0000, false"})
    void shouldCompareTheWholeCodeWhenThePackagerHasALongerOne(String packager, String code, boolean successful)
            throws Exception {
        Verdict verdict = judge(Set.of("00", "000"), answered(packager, code));

        assertThat(verdict.successful()).isEqualTo(successful);
        assertThat(verdict.code()).isEqualTo(code);
        assertThat(verdict.message()).isNotBlank();
    }

    /** By the class of the message, which is the second digit of its MTI. */
    @ParameterizedTest
    @CsvSource({
        "iso87ascii, 0210, 00, true", "iso87ascii, 0810, 00, true", "iso87ascii, 0410, 40, false",
        "iso93ascii, 1110, 000, true", "iso93ascii, 1210, 000, true", "iso93ascii, 1430, 000, true",
        "iso93ascii, 1314, 300, true", "iso93ascii, 1430, 400, true", "iso93ascii, 1510, 500, true",
        "iso93ascii, 1614, 600, true", "iso93ascii, 1710, 700, true", "iso93ascii, 1814, 800, true",
        "iso93ascii, 1210, 400, false", "iso93ascii, 1814, 400, false", "iso93ascii, 1430, 401, false",
        "iso93ascii, 1210, 100, false", "iso93ascii, 1210, 002, false", "iso93ascii, 1830, 900, false",
        "cmf,        2210, 0000, true", "cmf,        2430, 4000, true", "cmf,        2810, 8000, true",
        "cmf,        2210, 8000, false", "cmf,        2210, 1000, false",
    })
    void shouldSucceedWithWhatApprovesOrAcceptsWhenThatIsAskedFor(
            String packager, String mti, String code, boolean successful) throws Exception {
        ISOMsg message = TestMessages.message(packager, mti, "000001");
        message.set(39, code);
        Outcome outcome =
                outcome(new MessageDecoder(Packagers.builtIn(packager)).decode(TestMessages.pack(message)), null);

        Verdict verdict = judge(Set.of(ResponseRules.APPROVED), outcome);

        assertThat(verdict.successful()).isEqualTo(successful);
        assertThat(verdict.code()).isEqualTo(code);
        assertThat(verdict.particulars())
                .isEqualTo(
                        successful
                                ? ""
                                : "DE 39 is " + code
                                        + "; the success codes are approved (00, 000, 0000, or what accepts"
                                        + " a message of its class, such as 400)");
    }

    @Test
    void shouldSayTheListWhenASuccessOfAnotherStandardIsNotInIt() throws Exception {
        assertThat(judge(Set.of("00"), answered("iso93ascii", "000")))
                .isEqualTo(new Verdict(false, "000", "Approved", "DE 39 is 000; the success codes are 00"));
    }

    @Test
    void shouldSucceedWhenOneOfSeveralCodesComes() throws Exception {
        Set<String> codes = Set.of("00", "10", "11");

        assertThat(judge(codes, answered("iso87ascii", "11")).successful()).isTrue();
        assertThat(judge(codes, answered("iso87ascii", "12")).successful()).isFalse();
    }

    @Test
    void shouldIgnoreOuterBlanksWhenTheCodeIsPadded() throws Exception {
        assertThat(judge(Set.of("0"), answered("iso87ascii", "0 "))).satisfies(verdict -> {
            assertThat(verdict.successful()).isTrue();
            assertThat(verdict.code()).isEqualTo("0");
        });
    }

    @Test
    void shouldSucceedWithAnyCodeWhenNoneIsAskedFor() throws Exception {
        assertThat(judge(Set.of(), answered("iso87ascii", "05")))
                .isEqualTo(new Verdict(true, "05", "Do not honour", ""));
        assertThat(judge(Set.of(), answered("iso87ascii", null)))
                .isEqualTo(new Verdict(true, "RECEIVED", "A response was received", ""));
    }

    @Test
    void shouldFailWhenTheCodeIsMissing() throws Exception {
        assertThat(judge(Set.of("00"), answered("iso87ascii", null)))
                .isEqualTo(new Verdict(
                        false, "NO_RESPONSE_CODE", "The response has no DE 39", "the success codes ask for DE 39"));
        assertThat(judge(Set.of("00"), answered("iso87ascii", "  ")))
                .isEqualTo(new Verdict(
                        false, "NO_RESPONSE_CODE", "The response has no DE 39", "DE 39 is there and empty"));
    }

    @Test
    void shouldSucceedWhenAFrameCameThatNobodyLooksInto() {
        assertThat(judge(Set.of("00"), outcome(null, null)))
                .isEqualTo(new Verdict(true, "RECEIVED", "A response was received", ""));
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void shouldNameTheFailureWhenThereIsNoAnswer(Failure failure) {
        assertThat(judge(Set.of("00"), outcome(null, new FailureReport(failure, "what varies"))))
                .isEqualTo(new Verdict(false, failure.name(), failure.sentence(), "what varies"));
    }
}
