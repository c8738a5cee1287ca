package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;
import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.text;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.ElementDescription;
import io.github.isostress.message.describe.ShownValue;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import java.util.concurrent.atomic.AtomicInteger;
import org.jpos.iso.ISOUtil;
import org.junit.jupiter.api.Test;

/** One part of a captured element replaced, and nothing else; tagged parts; parts that a packager does not know. */
class CapturedPartsTest {
    private static final IsoPackager OWN = OwnPackager.withEverything();
    private static final IsoPackager PDS = OwnPackager.ofCase("11-pds-tagged-sequence/p.xml");
    private static final IsoPackager MASTERCARD = OwnPackager.ofCase("38-mastercard-de48/q.xml");
    private static final IsoPackager EURO = OwnPackager.ofCase("38-mastercard-de48/euro-ascii.xml");
    private static final IsoPackager TAGGED = OwnPackager.ofCase("71-composite-not-round/tag-mapper.xml");
    private static final String DE_48 =
            "F0F1F0F0 0020000000010000 F0F0F0F0F0F1 F0F1F7 D9 F6F1F0F5F0F0F0F0F1 F9F2F0F3F1F2F3";

    private static String pds(String parts) {
        return hex(bytes("31363434 0000000000010000")) + ascii(String.format("%03d", parts.length()) + parts);
    }

    private static String ascii(String text) {
        return hex(text.getBytes(ISOUtil.CHARSET));
    }

    private static String joined(String hex) {
        return hex.replace(" ", "");
    }

    @Test
    void shouldSetTaggedPartByTheTagUnderWhichItIsShown() throws Exception {
        assertThat(text(message(PDS, "0 1644", "48.0023 CT1"))).endsWith("010" + "0023003CT1");
        assertThat(text(message(PDS, "0 1644", "48.23 CT1"))).endsWith("010" + "0023003CT1");
        assertThat(text(message(PDS, "0 1644", "48.0122 T", "48.12 7"))).endsWith("016" + "0122001T" + "00120017");
    }

    @Test
    void shouldExtractAndShowTaggedPartByItsTag() throws Exception {
        DecodedMessage read = decode(PDS, bytes(pds("0023003CT10122001T")));

        assertThat(value(read, "48.0023")).isEqualTo("CT1");
        assertThat(value(read, "48.23")).isEqualTo("CT1");
        assertThat(value(read, "48.0122")).isEqualTo("T");
        assertThat(ShownValue.of(read, ElementPath.parse("48.23"))).contains("CT1");
        assertThat(ElementDescription.of(read, 48).orElseThrow().lines())
                .extracting(line -> line.label() + " " + line.name() + " " + line.start() + "-" + line.end())
                .containsExactly("DE 48 DE 48 12-33", "0023 48.3 15-25", "0122  25-33");
    }

    @Test
    void shouldReplaceTaggedPartInItsPlaceAndKeepTheOthers() throws Exception {
        assertThat(hex(message(PDS, "hex " + pds("0122001T0023003CT19999002ZZ"), "48.0023 X", "48.12 5")))
                .isEqualTo(pds("0122001T0023001X9999002ZZ00120015"));
        assertThat(hex(message(PDS, "hex " + pds("0122001T0023003CT1"), "48.0122")))
                .isEqualTo(pds("0023003CT1"));
    }

    @Test
    void shouldKeepTheSecondPartWithATagWhenTheFirstIsReplaced() throws Exception {
        assertThat(hex(message(PDS, "hex " + pds("0023001A0023001B"), "48.0023 X")))
                .isEqualTo(pds("0023001X0023001B"));
    }

    @Test
    void shouldNameTheTagsThereAreWhenOneIsUnknown() {
        assertThatRefusalOf(PDS, "0 1644", "48.3 CT1")
                .isEqualTo("line 2, element 48.3: packager p.xml has no sub-element 48.3; "
                        + "it has 0012, 0023, any other tag of 4 characters");
    }

    @Test
    void shouldSpeakOfThePartWhenItsValueIsTooLong() {
        assertThatRefusalOf(PDS, "0 1644", "48.0023 ABCD")
                .isEqualTo("line 2, element 48.0023: has 4 characters, at most 3 are allowed");
    }

    @Test
    void shouldKeepTheOrderOfNumberedPartsWhenItIsNotAscending() throws Exception {
        String captured = joined("F0F1F0F0 0020000000010000 F0F0F0F0F0F1 F0F1F7 D9 F9F2F0F3F1F2F3 F6F1F0F5F0F0F0F0F1");

        assertThat(hex(message(MASTERCARD, "hex " + captured, "48.61 99999")))
                .isEqualTo(captured.replace("F0F5F0F0F0F0F1", "F0F5F9F9F9F9F9"));
    }

    @Test
    void shouldAddPartAtItsPlaceAndTakeItAwayAgain() throws Exception {
        String without = hex(message(MASTERCARD, "hex " + DE_48, "48.61"));

        assertThat(without).isEqualTo(joined("F0F1F0F0 0020000000010000 F0F0F0F0F0F1 F0F0F8 D9 F9F2F0F3F1F2F3"));
        assertThat(hex(message(MASTERCARD, "hex " + without, "48.61 00001"))).isEqualTo(joined(DE_48));
    }

    @Test
    void shouldNameTheSubElementsThereAreWhenOneIsUnknown() {
        assertThatRefusalOf(MASTERCARD, "0 0100", "48.77 1")
                .isEqualTo("line 2, element 48.77: packager q.xml has no sub-element 48.77; it has 0, 61, 92");
    }

    @Test
    void shouldNameTheSubElementWhenAnAnswerHoldsOneThatIsUnknown() {
        String answer = joined(DE_48).replace("F9F2F0F3", "F7F7F0F3");

        assertThat(catchThrowable(() -> decode(MASTERCARD, bytes(answer))))
                .hasMessage("element 48 at byte 18 of 38 cannot be read with packager q.xml: it holds a sub-element "
                        + "48.77, which the packager does not have; it has 0, 61, 92");
    }

    @Test
    void shouldNameTheTagWhenASequenceHasNoOther() {
        IsoPackager noOther = OwnPackager.ofCase("11-pds-tagged-sequence/no-other.xml");

        assertThat(catchThrowable(() -> decode(noOther, bytes(pds("0023003CT10122001T")))))
                .hasMessageEndingWith(
                        "it holds a sub-element 48.0122, which the packager does not have; it has 0012, 0023");
        assertThatRefusalOf(noOther, "0 1644", "48.0122 T")
                .endsWith("packager no-other.xml has no sub-element 48.0122; it has 0012, 0023");
    }

    @Test
    void shouldNameTheSubElementWhenABitmapAnnouncesOneThatIsUnknown() throws Exception {
        IsoPackager packager = OwnPackager.withBitmapOfParts();
        String message = hex(message(packager, "0 0200", "48.0 1", "48.2 A", "48.17 B"));

        assertThat(catchThrowable(
                        () -> decode(packager, bytes(message.replace("4000800000000000", "4100800000000000")))))
                .hasMessageEndingWith("it holds a sub-element 48.8, which the packager does not have; it has 0, 2, 17");
    }

    @Test
    void shouldChangeOnlyTheBitsOfTheirBitmapWhenAPartComesOrGoes() throws Exception {
        IsoPackager packager = OwnPackager.withBitmapOfParts();
        String both = hex(message(packager, "0 0200", "48.0 1", "48.2 A", "48.17 B"));
        String one = hex(message(packager, "0 0200", "48.0 1", "48.17 B"));

        assertThat(hex(message(packager, "hex " + both, "48.2"))).isEqualTo(one);
        assertThat(hex(message(packager, "hex " + one, "48.2 A"))).isEqualTo(both);
    }

    @Test
    void shouldNameThePartOfAPartWhenItDoesNotEnd() throws Exception {
        byte[] message = message(OWN, "0 0200", "127.2 key", "127.25.2 10", "127.25.3 CAFE");

        for (int at = 30; at < message.length; at++) {
            byte[] damaged = message.clone();
            damaged[at] = (byte) 0xFF;
            Throwable refusal = catchThrowable(() -> decode(OWN, damaged));
            assertThat(refusal == null || refusal.getMessage().contains("element 127"))
                    .isTrue();
        }
    }

    @Test
    void shouldNameTheSubElementWhenItDoesNotEnd() {
        String answer = joined(DE_48).replace("F9F2F0F3", "F9F2F0F9");

        assertThat(catchThrowable(() -> decode(MASTERCARD, bytes(answer))))
                .hasMessageContaining("its sub-element 48.92 does not fit IFEPE_LLCHAR of length 3");
    }

    /** jPOS keeps for all packagers of a JVM whether such numbers are ASCII or EBCDIC: the last one made decides. */
    @Test
    void shouldReadNumbersInAsciiAndInEbcdicWhenBothPackagersAreInUse() throws Exception {
        assertThat(value(decode(MASTERCARD, bytes(joined(DE_48))), "48.61")).isEqualTo("00001");
        assertThat(value(decode(EURO, message(EURO, "0 0100", "48.0 R", "48.61 12", "48.92 345")), "48.92"))
                .isEqualTo("345");
    }

    @Test
    void shouldKeepBinaryNeighbourWhenATextIsReplaced() throws Exception {
        String captured = hex(message(TAGGED, "0 0800", "60.1 AB", "60.2 CAFE"));

        assertThat(hex(message(TAGGED, "hex " + captured, "60.1 XYZ")))
                .isEqualTo(hex(message(TAGGED, "0 0800", "60.1 XYZ", "60.2 CAFE")));
        assertThat(hex(message(TAGGED, "hex " + captured, "60.2 BABE00")))
                .endsWith(ascii("0102AB" + "0203") + "BABE00");
    }

    @Test
    void shouldRefuseWhenCapturedElementWouldNotBeWrittenAsItWasCaptured() {
        String twice = joined("F0F1F0F0 0020000000010000 F0F0F0F0F0F1 F0F1F4 F6F1F0F1C1 F6F1F0F1C2 D9 F9F2F0F1");
        String captured = twice.replace("F0F1F4F6F1", "F0F1F1D9F6F1").substring(0, 2 * 32);

        assertThatRefusalOf(MASTERCARD, "hex " + captured, "48.61 9")
                .isEqualTo(
                        "line 2, element 48.61: element 48 of the captured message would not be written back as it was "
                                + "captured, so that it cannot be changed part by part: give element 48 as a whole");
    }

    @Test
    void shouldRefuseWhenTheOtherPartsWouldBeReadAsOthers() {
        assertThatRefusalOf(OWN, "hex " + recorded(), "48.1")
                .isEqualTo(
                        "line 2, element 48.1: with this, the packager would read other parts of the element otherwise "
                                + "than they were captured: give element 48 as a whole");
    }

    private static String recorded() {
        try {
            return hex(message(OWN, "0 0200", "48.1 AB", "48.2 ref", "48.3 7"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldReplacePartOfAPartAndNothingElse() throws Exception {
        String captured = hex(message(OWN, "0 0200", "127.2 key", "127.25.2 10", "127.25.3 CAFE"));

        assertThat(hex(message(OWN, "hex " + captured, "127.25.3 BABE"))).isEqualTo(captured.replace("CAFE", "BABE"));
    }

    @Test
    void shouldCheckOnceAndFillOftenWhenPartsAreVariable() throws Exception {
        AtomicInteger count = new AtomicInteger();
        MessageTemplate template = template(
                MASTERCARD,
                new Variables().with("N", () -> String.valueOf(count.incrementAndGet())),
                "hex " + DE_48,
                "48.61 ${N}");
        byte[] first = template.fill().bytes();
        byte[] second = template.fill().bytes();

        assertThat(value(decode(MASTERCARD, first), "48.61")).isNotEqualTo(value(decode(MASTERCARD, second), "48.61"));
        assertThat(value(decode(MASTERCARD, second), "48.92")).isEqualTo("123");
    }
}
