package io.github.isostress.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.UnmatchedFrames;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer must return as it was sent, and where a host may answer otherwise. */
class ReturnedElementsTest {
    private static final String PAN = "4761730000000119";

    @ParameterizedTest
    @CsvSource({
        "iso87ascii, 10,  000000010000, 000000004000, 00 10,     10",
        "iso87ascii, 10,  000000010000, 000000000000, 00 10,     10",
        "iso87ascii, 10,  000000010000, 000000004000, *,         10",
        "iso87ascii, 32,  000000010000, 000000004000, 00 32,     32",
        "iso93ascii, 002, 000000010000, 000000004000, 000 002,   002",
        "iso93ascii, 006, 000000010000, 000000004000, 000 006,   006",
        "iso87ascii, P1,  000000010000, 000000004000, 00 P1,     P1",
        "iso87ascii, 10,  000000010000, 000000010000, 00 10,     10",
        "iso87ascii, 10,  000000010000, 000000020000, 00 10,     ECHO_MISMATCH",
        "iso87ascii, 10,  000000010000, 000000004000, 00,        ECHO_MISMATCH",
        "iso87ascii, 10,  000000010000, 000000004000, approved,  ECHO_MISMATCH",
        "iso87ascii, 00,  000000010000, 000000004000, 00 10,     ECHO_MISMATCH",
        "iso87ascii, 11,  000000010000, 000000004000, 00 10 11,  ECHO_MISMATCH",
        "iso93ascii, 000, 000000010000, 000000004000, approved,  ECHO_MISMATCH",
        "iso87ascii, 51,  000000010000, 000000004000, 00 10,     ECHO_MISMATCH",
    })
    void shouldAllowASmallerAmountWhenACodeAmongTheSuccessesApprovesAPart(
            String packager, String code, String asked, String given, String successCodes, String expected)
            throws Exception {
        Verdict verdict = judge(packager, code, Map.of(4, asked), Map.of(4, given), successCodes);

        assertThat(verdict.code()).isEqualTo(expected);
        assertThat(verdict.successful()).isEqualTo(!expected.equals("ECHO_MISMATCH"));
    }

    /** In no other element is smaller any better. */
    @ParameterizedTest
    @CsvSource({"3, 000001, 000000", "37, 000000000002, 000000000001", "49, 978, 840"})
    void shouldBeAMismatchWhenAnotherElementIsSmaller(int element, String asked, String given) throws Exception {
        assertThat(judge("iso87ascii", "10", Map.of(element, asked), Map.of(element, given), "00 10")
                        .code())
                .isEqualTo("ECHO_MISMATCH");
    }

    @ParameterizedTest
    @CsvSource({
        "2,  4761730000000119, 4761731111110119, 'DE 2 is 476173******0119, sent was 476173******0119: they differ in masked"
                + " digits'",
        "2,  4761730000000119, 4761730000000127, 'DE 2 is 476173******0127, sent was 476173******0119'",
        "4,  000000000100, 000000000200, 'DE 4 is 000000000200, sent was 000000000100'",
    })
    void shouldSayThatTheyDifferWhenTwoValuesLookEqual(int element, String sent, String came, String words)
            throws Exception {
        Verdict verdict = judge("iso87ascii", "00", Map.of(element, sent), Map.of(element, came), "00");

        assertThat(verdict.code()).isEqualTo("ECHO_MISMATCH");
        assertThat(verdict.particulars()).isEqualTo(words);
    }

    /** A host that masks the number itself: what came is what is shown of what was sent. */
    @ParameterizedTest
    @CsvSource({"476173******0119", "************0119", "XXXXXXXXXXXX0119"})
    void shouldShowADifferenceWhenTheHostReturnsTheNumberMasked(String masked) throws Exception {
        String words = judge("iso87ascii", "00", Map.of(2, PAN), Map.of(2, masked), "00")
                .particulars();

        assertThat(words).contains("sent was 476173******0119").doesNotContain(PAN);
        String came = words.replaceAll("DE 2 is (.*), sent was.*", "$1");
        assertThat(!came.equals("476173******0119") || words.endsWith(": they differ in masked digits"))
                .as(words)
                .isTrue();
    }

    private static Verdict judge(
            String name, String code, Map<Integer, String> sent, Map<Integer, String> came, String codes)
            throws Exception {
        String version = name.startsWith("iso93") ? "1" : "0";
        ISOMsg request = TestMessages.message(name, version + "200", "000001");
        sent.forEach(request::set);
        ISOMsg answer = TestMessages.message(name, version + "210", "000001");
        came.forEach(answer::set);
        answer.set(39, code);
        Frame frame = new Frame(new byte[1], 0, 1, 1, 1);
        Outcome outcome = new Outcome(
                new byte[0],
                0,
                true,
                decoded(name, request),
                frame,
                decoded(name, answer),
                null,
                0,
                0,
                0,
                new UnmatchedFrames(),
                new byte[0],
                0,
                0,
                Keys.NONE,
                null);
        Set<String> successCodes = codes.equals("*")
                ? Set.of()
                : new LinkedHashSet<>(Arrays.asList(codes.strip().split(" ")));
        return new ResponseRules(successCodes, ResponseRules.USUALLY_RETURNED).judge(outcome);
    }

    private static DecodedMessage decoded(String packager, ISOMsg message) throws Exception {
        return new MessageDecoder(Packagers.builtIn(packager)).decode(TestMessages.pack(message));
    }
}
