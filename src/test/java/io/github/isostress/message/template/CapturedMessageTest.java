package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.number.StanSequence;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import org.junit.jupiter.api.Test;

/** A recorded message, alone or brought to life. */
class CapturedMessageTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final IsoPackager OWN = OwnPackager.withEverything();
    /** DE 3 000000, DE 11 000042, DE 39 "00", DE 55 with 9F36, 9F37 and 95. */
    private static final String RECORDED =
            "0210 2020000002000200 000000 000042 3030 0014 9F360200A5 9F370401020304 9500";

    private static String withoutBlanks(String hex) {
        return hex.replace(" ", "");
    }

    @Test
    void shouldSendItAsItIsWhenItStandsAlone() throws Exception {
        assertThat(hex(message(null, "hex DEADBEEF"))).isEqualTo("DEADBEEF");
    }

    @Test
    void shouldSkipBlanksAndJoinLinesWhenItIsLong() throws Exception {
        assertThat(hex(message(null, "# recorded", "hex 30 32", "HEX=3030", "", "hex  dead beef ")))
                .isEqualTo("30323030DEADBEEF");
    }

    @Test
    void shouldSplitBytesOverLinesWhenLineEndsInTheMiddleOfOne() throws Exception {
        assertThat(hex(message(null, "hex 303", "hex 23030"))).isEqualTo("30323030");
    }

    @Test
    void shouldEvaluateVariablesWhenItHasThem() throws Exception {
        MessageTemplate template =
                template(null, new Variables().with("BODY", "DE AD\nBE\tEF"), "hex 3032", "hex ${BODY} 00");

        assertThat(hex(template.fill().bytes())).isEqualTo("3032DEADBEEF00");
    }

    @Test
    void shouldTakeWholeMessageFromVariableWhenPackagerIsGivenToo() throws Exception {
        MessageTemplate template = template(BINARY, new Variables().with("iso_message", "00"), "hex ${iso_message}");

        assertThat(hex(template.fill().bytes())).isEqualTo("00");
    }

    @Test
    void shouldGiveTheCallerItsOwnCopyWhenFilledTwice() throws Exception {
        MessageTemplate template = template(null, new Variables(), "hex 3032");

        template.fill().bytes()[0] = 0;

        assertThat(hex(template.fill().bytes())).isEqualTo("3032");
    }

    @Test
    void shouldReplaceOneElementAndNoOtherByteWhenLineNamesIt() throws Exception {
        assertThat(hex(message(BINARY, "hex " + RECORDED, "11 123456")))
                .isEqualTo(withoutBlanks(RECORDED).replace("000042", "123456"));
    }

    @Test
    void shouldAddElementAndItsBitWhenItWasNotThere() throws Exception {
        assertThat(hex(message(BINARY, "hex 0800 0020000000000000 000042", "70 301")))
                .isEqualTo(withoutBlanks("0800 8020000000000000 0400000000000000 000042 0301"));
    }

    @Test
    void shouldRemoveElementAndItsBitWhenValueIsEmpty() throws Exception {
        assertThat(hex(message(BINARY, "hex " + RECORDED, "39", "55")))
                .isEqualTo(withoutBlanks("0210 2020000000000000 000000 000042"));
    }

    @Test
    void shouldReplaceMtiWhenLineNamesIt() throws Exception {
        assertThat(hex(message(BINARY, "hex " + RECORDED, "0 0200"))).startsWith("0200");
    }

    @Test
    void shouldReplaceTagInItsPlaceWhenLineNamesIt() throws Exception {
        assertThat(hex(message(BINARY, "hex " + RECORDED, "55.9F37 AABBCCDD")))
                .isEqualTo(withoutBlanks(RECORDED).replace("01020304", "AABBCCDD"));
    }

    @Test
    void shouldAddAndRemoveTagsWhenLinesSaySo() throws Exception {
        byte[] message = message(BINARY, "hex " + RECORDED, "55.9C 01", "55.9F36", "55.95");

        assertThat(hex(message)).endsWith("0010" + "9F370401020304" + "9C0101");
    }

    @Test
    void shouldReplacePartInItsPlaceWhenElementIsComposite() throws Exception {
        String recorded = hex(message(OWN, "0 0200", "48.1 AB", "48.2 ref", "48.3 7", "127.2 key", "127.25.2 10"));

        byte[] message = message(OWN, "hex " + recorded, "48.2 NEW", "127.25.2 99");

        assertThat(message)
                .isEqualTo(message(OWN, "0 0200", "48.1 AB", "48.2 NEW", "48.3 7", "127.2 key", "127.25.2 99"));
    }

    @Test
    void shouldReplaceTagWhenPackagerItselfKnowsBerTlv() throws Exception {
        String recorded = hex(message(OWN, "0 0200", "55.9F36 0001", "55.9F02 000000001000", "55.82 1980"));

        byte[] message = message(OWN, "hex " + recorded, "55.9F02 000000002000");

        assertThat(message).isEqualTo(message(OWN, "0 0200", "55.9F36 0001", "55.9F02 000000002000", "55.82 1980"));
    }

    @Test
    void shouldKeepEveryOtherTagAsItWasWhenPackagerItselfKnowsBerTlv() throws Exception {
        String objects = "5F340101" + "9F1A020620" + "9F0306000000000000" + "DF0101AA" + "5F2A020978" + "9F360200A5";
        String recorded = hex(message(OWN, "0 0200", "55 " + objects));

        assertThat(hex(message(OWN, "hex " + recorded, "55.9F36 00A6")))
                .isEqualTo(recorded.replace("9F360200A5", "9F360200A6"));
    }

    @Test
    void shouldKeepHeaderWhenPackagerReadsOne() throws Exception {
        byte[] message = message(
                OwnPackager.withHeader(),
                "hex 6000010002" + hex("0200".getBytes()) + hex("0020000000000000000042".getBytes()),
                "11 000043");

        assertThat(hex(message)).startsWith("6000010002" + "30323030").endsWith("303030303433");
    }

    @Test
    void shouldReadItAnewEachTimeWhenItComesFromAVariable() throws Exception {
        StanSequence stan = new StanSequence(1, 1);
        MessageTemplate template = template(
                BINARY,
                new Variables().with("STAN", stan::next),
                "hex 0800 0020000008000000 ${STAN} 363332353039303030303432",
                "37 \"RRN ${STAN}  \"");
        template.fill();

        DecodedMessage second = decode(BINARY, template.fill().bytes());

        assertThat(value(second, "11")).isEqualTo("000003");
        assertThat(value(second, "37")).isEqualTo("RRN 000004  ");
    }
}
