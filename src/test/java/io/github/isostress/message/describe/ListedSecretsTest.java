package io.github.isostress.message.describe;

import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.ListedSecrets;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.number.TestPan;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Described;
import io.github.isostress.message.support.DumpText;
import io.github.isostress.message.support.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user lists is hidden in words and bytes, and nothing else that is hidden is shown for it. */
class ListedSecretsTest {
    private static IsoPackager hiding(String packager, String list) {
        return Packagers.builtIn(packager).hiding(ListedSecrets.parse(list));
    }

    private static String words(DecodedMessage message) {
        return Described.elements(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso87ascii  | 48       | 48 CODE876          | CODE876",
                "iso87ascii  | 48.92    | 48 9203876          | 9203876",
                "iso87ascii  | 60-63    | 61 ROSEBUD          | ROSEBUD",
                "iso87ascii  | 60-63    | 63 ROSEBUD          | ROSEBUD",
                "iso87ascii  | 4        | 4 000000012345      | 000000012345",
                "iso87ascii  | 41       | 41 TERM0001         | TERM0001",
                "iso87binary | 11       | 11 123456           | 123456",
                "iso87binary | 64       | 64 A1B2C3D4E5F6A7B8 | A1B2C3D4E5F6A7B8",
                "iso87binary | 55       | 55.9F02 000000012345 | 000000012345",
                "iso87binary | 55.9F1E  | 55.9F1E 4A4B4C4D4E4F4A4B | 4A4B4C4D4E4F4A4B",
                "iso87binary | 55.9f1e  | 55.70 9F1E084A4B4C4D4E4F4A4B | 4A4B4C4D4E4F4A4B",
                "iso87binary | 55.70.9F1E | 55.70 9F1E084A4B4C4D4E4F4A4B | 4A4B4C4D4E4F4A4B",
                "iso87ascii  | 55.9F1E  | 55 9F1E084A4B4C4D4E4F4A4B | 4A4B4C4D4E4F4A4B",
                "iso87ascii  | 55.9F1E  | 55 9F1E094A4B4C4D4E4F4A4B | 4A4B4C4D4E4F4A4B",
                "iso87binary | 55.9F1E  | 55 0100 0B9F1E084A4B4C4D4E4F4A4B | 4A4B4C4D4E4F4A4B",
                "cmf         | 43.2     | 43.2 ROSEBUD        | ROSEBUD",
                "cmf         | 43.02    | 43.2 ROSEBUD        | ROSEBUD",
                "cmf         | 43       | 43.2 ROSEBUD        | ROSEBUD",
                "cmf         | 22       | 22 AABBCCDDEEFFAABBCCDDEEFFAABBCCDD | AABBCCDDEEFF",
            })
    void shouldHideItInWordsAndBytesWhenItIsListed(String packager, String list, String line, String secret)
            throws Exception {
        IsoPackager plain = Packagers.builtIn(packager);
        byte[] message = message(plain, "0 0200", line);
        IsoPackager hiding = hiding(packager, list);
        DecodedMessage decoded = decode(hiding, message);

        assertThat(words(decode(plain, message))).contains(secret);
        assertThat(words(decoded)).doesNotContain(secret);
        DumpText dump =
                DumpText.of(MessageDescriber.maskedBytes(message, 0, decoded).toString());
        assertThat(dump.hex()).doesNotContain(secret, Messages.hex(secret.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(dump.text()).doesNotContain(secret);
    }

    @Test
    void shouldShowTheOtherPartsWhenOneIsListed() throws Exception {
        IsoPackager packager = hiding("iso87binary", "55.9F1E");
        byte[] message = message(packager, "0 0200", "55.9F1E 4A4B4C4D4E4F4A4B", "55.9F02 000000012345", "48 OPEN");

        assertThat(words(decode(packager, message)))
                .contains("000000012345", "OPEN")
                .doesNotContain("4A4B4C");
    }

    @Test
    void shouldHideTheValueInSentencesWhenItsElementIsListed() throws Exception {
        IsoPackager packager = hiding("iso87ascii", "48.92 41");
        DecodedMessage message = decode(packager, message(packager, "0 0200", "41 TERM0001", "48 9203876"));

        assertThat(ShownValue.of(message, ElementPath.parse("41"))).contains("********");
        assertThat(ShownValue.beside(message, ElementPath.parse("41"), "TERM0002"))
                .isEmpty();
        assertThat(message.value(ElementPath.parse("41"))).contains("TERM0001");
    }

    @Test
    void shouldHideTheListedBytesOnlyWhenNoPackagerReadsTheMessage() {
        byte[] frame = "..JKLMNOJKLM".getBytes(StandardCharsets.ISO_8859_1);
        MessageDescriber describer = new MessageDescriber(Optional.empty(), ListedSecrets.parse("raw 0 3-4 8-20"), 2);

        assertThat(DumpText.of(describer.unfinished(frame).text()).text()).isEqualTo("..*KL**OJK**");
    }

    /** The length of DE 60 says more than there is. */
    @ParameterizedTest
    @CsvSource({
        "52, 1122334455667788, 000361424",
        "'', 1122334455667788, 000361424",
        "48, 53454352, 000361424",
        "61, 616263, 000399616263",
        "raw 20-21, 4352, 000361424"
    })
    void shouldHideWhatWasFoundWhenTheMessageCannotBeRead(String list, String secret, String end) {
        IsoPackager packager = hiding("iso87binary", list);
        byte[] frame = bytes("00 0200 0000000000011010".replace(" ", "") + "0006534543524554" + "1122334455667788"
                + (end.length() % 2 == 0 ? end : end + "0"));
        MessageDescriber describer = new MessageDescriber(Optional.of(packager), ListedSecrets.parse(list), 1);

        String dump = DumpText.of(describer.unread(frame, 1).text()).hex();

        assertThat(dump).doesNotContain(secret);
        assertThat(dump).contains("0200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "48.",
                "193",
                "1",
                "0",
                "39",
                "30-39",
                "63-60",
                "raw",
                "raw x",
                "raw 3-1",
                "48 raw 48.92",
                "55.!",
                "4761739001010119",
                "60-4761739001010119",
                "48.1-48.3",
                "-5",
                "raw 99999999"
            })
    void shouldRefuseTheListWhenItNamesNothing(String list) {
        assertThatThrownBy(() -> ListedSecrets.parse(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4761739001010")
                .hasMessageMatching("[^\n]{10,260}");
    }

    @Test
    void shouldHideWhatEitherOfTwoListsNames() {
        ListedSecrets both = ListedSecrets.parse("48.1 60").and(ListedSecrets.parse("48.2, raw 3"));

        assertThat(both.of(48).parts()).containsOnlyKeys("1", "2");
        assertThat(both.of(60).whole()).isTrue();
        assertThat(both.raw()).containsExactly(new ListedSecrets.ByteRange(3, 3));
        assertThat(ListedSecrets.parse(" ").isEmpty()).isTrue();
    }

    @Test
    void shouldBeTheSamePackagerWhenListsAreEqual() {
        assertThat(hiding("cmf", "48.92 60-61")).isSameAs(hiding("cmf", "60 61 48.92"));
        assertThat(hiding("cmf", "")).isSameAs(Packagers.builtIn("cmf"));
    }

    @Property(tries = 400)
    void shouldOnlyHideMoreWhenAnythingIsListed(@ForAll("messages") byte[] message, @ForAll @From("lists") String list)
            throws Exception {
        IsoPackager plain = Packagers.builtIn("iso87ascii");
        DecodedMessage shown = new MessageDecoder(plain).decodeStart(message);
        DecodedMessage hiding = new MessageDecoder(hiding("iso87ascii", list)).decodeStart(message);

        assertThatAllIsHidden(
                MessageDescriber.maskedBytes(message, 0, shown).hidden(),
                MessageDescriber.maskedBytes(message, 0, hiding).hidden());
        List<DescribedElement> before =
                MessageDescriber.masked(message, 0, shown).elements();
        List<DescribedElement> after =
                MessageDescriber.masked(message, 0, hiding).elements();
        assertThat(after.stream().mapToLong(ListedSecretsTest::clear).sum())
                .isLessThanOrEqualTo(
                        before.stream().mapToLong(ListedSecretsTest::clear).sum());
    }

    private static long clear(DescribedElement element) {
        return element.shown().chars().filter(character -> character != '*').count();
    }

    private static void assertThatAllIsHidden(BitSet before, BitSet after) {
        BitSet missing = (BitSet) before.clone();
        missing.andNot(after);
        assertThat(missing).as("shown only because of the list").isEqualTo(new BitSet());
    }

    @Provide
    Arbitrary<byte[]> messages() {
        return Arbitraries.randomValue(random -> {
            String[] lines = {
                "0 0200",
                "2 " + TestPan.random("47", 16, random),
                "3 000000",
                "4 000000012345",
                "35 " + TestPan.random("47", 16, random) + "=2812201",
                "42 123456789012345",
                "48 01" + TestPan.random("62", 18, random) + "00",
                "55 9F1E084A4B4C4D4E4F4A4B",
                "60 SOME TEXT"
            };
            byte[] bytes;
            try {
                bytes = message(Packagers.builtIn("iso87ascii"), lines);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            if (random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) ('0' + random.nextInt(10));
            }
            return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
        });
    }

    @Provide
    Arbitrary<String> lists() {
        return Arbitraries.of(
                        "2", "3", "4", "35", "42", "48", "48.1", "55", "55.9F1E", "55.5A", "60", "2-38", "raw 3-9")
                .list()
                .ofMaxSize(4)
                .map(words -> String.join(
                        " ",
                        words.stream()
                                .sorted((a, b) -> Boolean.compare(a.startsWith("raw"), b.startsWith("raw")))
                                .toList()));
    }
}
