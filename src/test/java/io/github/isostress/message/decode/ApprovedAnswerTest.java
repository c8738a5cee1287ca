package io.github.isostress.message.decode;

import static io.github.isostress.message.support.Messages.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovedAnswerTest {
    private static DecodedMessage decoded(String packager, ISOMsg message) throws Exception {
        return decode(Packagers.builtIn(packager), TestMessages.pack(message));
    }

    @ParameterizedTest
    @CsvSource({"iso87ascii, 00", "iso87binary, 00", "iso93ascii, 000", "iso93binary, 000"})
    void shouldApproveInThePackagersLengthWhenARequestComes(String packager, String approved) throws Exception {
        ISOMsg request = TestMessages.purchase(packager, "000007");

        ISOMsg answer = TestMessages.unpack(packager, ApprovedAnswer.to(decoded(packager, request)));

        assertThat(answer.getMTI()).isEqualTo(TestMessages.version(packager) + "210");
        assertThat(answer.getString(2)).isEqualTo(request.getString(2));
        assertThat(answer.getString(37)).isEqualTo(request.getString(37));
        assertThat(answer.getString(38)).isEqualTo("000007");
        assertThat(answer.getString(39)).isEqualTo(approved);
    }

    @Test
    void shouldGiveNoAuthorisationCodeWhenNoMoneyMoves() throws Exception {
        ISOMsg request = TestMessages.message("iso87ascii", "0800", "000007");

        ISOMsg answer = TestMessages.unpack("iso87ascii", ApprovedAnswer.to(decoded("iso87ascii", request)));

        assertThat(answer.getMTI()).isEqualTo("0810");
        assertThat(answer.hasField(38)).isFalse();
    }

    @Test
    void shouldLayElementsOverTheAnswerWhenTheyAreGiven() throws Exception {
        ISOMsg request = TestMessages.purchase("iso87binary", "000007");
        request.set(55, ISOUtil.hex2byte("9F3602000A"));
        ISOMsg overlay = TestMessages.message("iso87binary", "0430", "000008");
        overlay.set(39, "51");
        overlay.set(55, ISOUtil.hex2byte("8A023531"));
        overlay.set(70, "301");

        byte[] bytes = ApprovedAnswer.to(decoded("iso87binary", request), decoded("iso87binary", overlay));
        ISOMsg answer = TestMessages.unpack("iso87binary", bytes);

        assertThat(answer.getMTI()).isEqualTo("0210");
        assertThat(answer.getString(2)).isEqualTo(request.getString(2));
        assertThat(answer.getString(11)).isEqualTo("000008");
        assertThat(answer.getString(39)).isEqualTo("51");
        assertThat(answer.getString(70)).isEqualTo("301");
        assertThat(answer.getBytes(55)).isEqualTo(ISOUtil.hex2byte("8A023531"));
    }

    @ParameterizedTest
    @CsvSource({"0200, true", "0800, true", "0421, true", "0210, false", "0430, false"})
    void shouldBeDueWhenTheMessageIsARequest(String mti, boolean due) throws Exception {
        assertThat(ApprovedAnswer.isDueTo(decoded("iso87ascii", TestMessages.message("iso87ascii", mti, "000007"))))
                .isEqualTo(due);
    }
}
