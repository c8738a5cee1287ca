package io.github.isostress.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import java.util.Arrays;
import java.util.Optional;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseMatcherTest {
    private static final String PACKAGER = "iso87ascii";

    private static ResponseMatcher matcher(String... keys) {
        return new ResponseMatcher(Arrays.stream(keys).map(ElementPath::parse).toList());
    }

    private static ISOMsg message(String mti, String stan) {
        return TestMessages.message(PACKAGER, mti, stan);
    }

    private static DecodedMessage decoded(String packager, ISOMsg message) {
        try {
            return new MessageDecoder(Packagers.builtIn(packager)).decode(TestMessages.pack(message));
        } catch (FailureException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Optional<String> mismatch(ResponseMatcher matcher, ISOMsg request, ISOMsg response) {
        return matcher.mismatch(decoded(PACKAGER, request), decoded(PACKAGER, response));
    }

    @ParameterizedTest
    @CsvSource({
        "0100, 0110", "0101, 0110", "0101, 0111", "0120, 0130", "0121, 0130", "0200, 0210", "0201, 0210",
        "0220, 0230", "0221, 0230", "0400, 0410", "0420, 0430", "0421, 0430", "0421, 0431", "0422, 0432",
        "0423, 0432", "0800, 0810", "0820, 0830", "1200, 1210", "1421, 1430", "2200, 2210",
    })
    void shouldMatchWhenTheMtiAnswersTheRequest(String request, String response) {
        assertThat(mismatch(matcher("11"), message(request, "000001"), message(response, "000001")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0200, 0200",
        "0200, 0110",
        "0200, 0230",
        "0200, 0410",
        "0200, 1210",
        "0200, 0212",
        "0200, 0211",
        "0421, 0410",
        "0420, 0431",
        "0200, 0220",
        "0200, 0800",
        "0210, 0210",
    })
    void shouldNotMatchWhenTheMtiAnswersSomethingElse(String request, String response) {
        assertThat(mismatch(matcher("11"), message(request, "000001"), message(response, "000001")))
                .contains("MTI " + response + " does not answer " + request + ", DE 11 is 000001 as sent");
    }

    @Test
    void shouldTellWhichElementsDifferWhenSeveralAreKeys() {
        ISOMsg request = message("0200", "000001");
        request.set(37, "RRN000000001");
        request.set(41, "TERM0001");
        ISOMsg response = message("0210", "000002");
        response.set(37, "RRN000000001");

        assertThat(mismatch(matcher("11", "37", "41"), request, response))
                .contains("MTI 0210, DE 11 is 000002, sent was 000001, DE 37 is RRN000000001 as sent, DE 41 is missing,"
                        + " sent was TERM0001");
        response.set(11, "000001");
        response.set(41, "TERM0001");
        assertThat(mismatch(matcher("11", "37", "41"), request, response)).isEmpty();
    }

    @Test
    void shouldMaskValuesWhenTheyAreCardNumbers() {
        ISOMsg request = message("0200", "000001");
        request.set(2, "9999990000000013");
        ISOMsg response = message("0210", "000001");
        response.set(2, "9999990000000021");

        assertThat(mismatch(matcher("2", "11"), request, response))
                .contains("MTI 0210, DE 2 is 999999******0021, sent was 999999******0013, DE 11 is 000001 as sent");
    }

    @Test
    void shouldNotCompareAKeyWhenTheRequestHasNone() {
        ISOMsg response = message("0210", "000001");
        response.set(37, "RRN000000001");

        assertThat(mismatch(matcher("37"), message("0200", "000009"), response)).isEmpty();
    }

    @Test
    void shouldCompareTheMtiAloneWhenThereAreNoKeys() {
        assertThat(mismatch(matcher(), message("0200", "000001"), message("0210", "000002")))
                .isEmpty();
    }

    @Test
    void shouldCompareATagWhenItIsTheKey() {
        ISOMsg request = message("0200", "000001");
        request.set(55, ISOUtil.hex2byte("9F3602000A9F3704DEADBEEF"));
        ISOMsg response = message("0210", "000001");
        response.set(55, ISOUtil.hex2byte("9F3602000A"));

        DecodedMessage asked = decoded("iso87binary", repacked(request));
        DecodedMessage answered = decoded("iso87binary", repacked(response));

        assertThat(matcher("55.9F36").mismatch(asked, answered)).isEmpty();
        assertThat(matcher("55.9F37").mismatch(asked, answered))
                .contains("MTI 0210, DE 55.9F37 is missing, sent was DEADBEEF");
    }

    @Test
    void shouldCompareASubElementWhenItIsTheKey() throws ISOException {
        ISOMsg request = TestMessages.message("cmf", "2200", "000000000001");
        request.set("43.2", "CORNER SHOP");
        ISOMsg same = TestMessages.message("cmf", "2210", "000000000001");
        same.set("43.2", "CORNER SHOP");
        ISOMsg other = TestMessages.message("cmf", "2210", "000000000001");
        other.set("43.2", "DEPARTMENT STORE");

        assertThat(matcher("43.2").mismatch(decoded("cmf", request), decoded("cmf", same)))
                .isEmpty();
        assertThat(matcher("43.2").mismatch(decoded("cmf", request), decoded("cmf", other)))
                .contains("MTI 2210, DE 43.2 is DEPARTMENT STORE, sent was CORNER SHOP");
    }

    private static ISOMsg repacked(ISOMsg message) {
        message.setPackager(Packagers.builtIn("iso87binary"));
        return message;
    }
}
