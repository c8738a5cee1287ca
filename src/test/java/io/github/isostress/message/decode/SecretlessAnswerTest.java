package io.github.isostress.message.decode;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer does not give back of its request. */
class SecretlessAnswerTest {
    private static final String PAN = "4761739001010119";

    private static DecodedMessage answer(String packager, boolean returned, String... lines) throws Exception {
        IsoPackager reader = Packagers.builtIn(packager);
        String[] all = Stream.concat(Stream.of("0 0200", "11 000001"), Stream.of(lines))
                .toArray(String[]::new);
        byte[] request = message(reader, all);
        return decode(reader, ApprovedAnswer.withoutSecrets(decode(reader, request), element -> returned));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso87ascii  | 35  | 35 4761739001010119=28122010",
                "iso87ascii  | 36  | 36 014761739001010119=28122010",
                "iso87ascii  | 45  | 45 B4761739001010119^DOE/JOHN^2812201",
                "iso87ascii  | 52  | 52 0123456789ABCDEF",
                "iso87ascii  | 53  | 53 0123456789012345",
                "iso87ascii  | 64  | 64 0123456789ABCDEF",
                "iso87ascii  | 96  | 96 0123456789ABCDEF0123456789ABCDEF",
                "iso87ascii  | 128 | 128 0123456789ABCDEF",
                "iso87binary | 35  | 35 4761739001010119=28122010",
                "iso87binary | 52  | 52 0123456789ABCDEF",
                "iso87binary | 64  | 64 0123456789ABCDEF",
                "iso87binary | 128 | 128 0123456789ABCDEF",
                "iso93ascii  | 35  | 35 4761739001010119=28122010",
                "iso93binary | 52  | 52 0123456789ABCDEF",
                "cmf         | 49  | 49.2 1234",
            })
    void shouldNotBeGivenBackWhenTheElementIsSecretOrTheMac(String packager, int element, String line)
            throws Exception {
        String open = packager.equals("cmf") ? "37 000000000001" : "41 TERM0001";

        DecodedMessage kept = answer(packager, false, line, open);

        assertThat(kept.has(element)).isFalse();
        assertThat(kept.has(39)).isTrue();
        assertThat(kept.elements()).contains(11, open.startsWith("37") ? 37 : 41);
        assertThat(answer(packager, true, line, open).has(element)).isTrue();
    }

    @Test
    void shouldGiveTheCardNumberBackWhenItIsInItsElement() throws Exception {
        assertThat(answer("iso87ascii", false, "2 " + PAN).value(ElementPath.parse("2")))
                .contains(PAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57", "5A", "5F20", "56", "99", "9F1F", "9F20", "9F6B"})
    void shouldGiveTheOtherDataObjectsBackWhenOneIsSecret(String tag) throws Exception {
        DecodedMessage answer =
                answer("iso87binary", false, "55.9F02 000000012345", "55." + tag + " 4A4B4C4D", "55.9F36 0001");

        assertThat(answer.value(ElementPath.parse("55"))).contains("9F02060000000123459F36020001");
    }

    @ParameterizedTest
    @CsvSource({
        "iso87binary, 700B9F3602000157044A4B4C4D, 70059F36020001",
        "iso87binary, 0100099F3602000157024A4B, 0100059F36020001",
        "iso87ascii, 9F3602000157024A4B, 9F36020001"
    })
    void shouldLeaveOutTheSecretOnlyWhenItIsInATemplateOrASetOrInHexDigits(
            String packager, String sent, String answered) throws Exception {
        assertThat(answer(packager, false, "55 " + sent).value(ElementPath.parse("55")))
                .contains(answered);
    }

    @Test
    void shouldHaveNoSuchElementWhenNothingElseIsInIt() throws Exception {
        assertThat(answer("iso87binary", false, "55.57 4A4B4C4D").has(55)).isFalse();
    }
}
