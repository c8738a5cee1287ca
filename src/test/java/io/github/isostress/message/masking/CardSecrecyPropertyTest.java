package io.github.isostress.message.masking;

import static io.github.isostress.message.support.Messages.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.number.TestPan;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Described;
import io.github.isostress.message.support.DumpText;
import io.github.isostress.message.support.Messages;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Wherever a card number stands in a message, nothing that is shown of the message gives it away. */
class CardSecrecyPropertyTest {

    private static byte[] message(String packager, String pan) throws Exception {
        String[] lines = {
            "0 0200",
            "2 " + pan,
            "3 000000",
            "11 000042",
            "35 " + pan + "=28122010000000000",
            "48 01" + pan + "281220",
            "52 0123456789ABCDEF",
            "55.5A " + (pan.length() % 2 == 0 ? pan : pan + "F"),
            "55.57 " + pan + "D2812201" + (pan.length() % 2 == 0 ? "" : "F"),
            "60 card=" + pan,
            "102 " + pan
        };
        return Messages.message(Packagers.builtIn(packager), lines);
    }

    private static void assertNothingIsGivenAway(String dump, String pan) {
        DumpText shown = DumpText.of(dump);
        assertThat(shown.hex()).doesNotContain(pan, Messages.hex(pan.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(shown.text()).doesNotContain(pan);
    }

    @Property(tries = 500)
    void shouldNotGiveThePanAwayWhenElementsAreDescribed(
            @ForAll("packagers") String packager, @ForAll @From("pans") String pan) throws Exception {
        DecodedMessage message = decode(Packagers.builtIn(packager), message(packager, pan));

        String described = Described.elements(message);

        assertThat(described)
                .doesNotContain(pan, Messages.hex(pan.getBytes(StandardCharsets.ISO_8859_1)))
                .contains("0200", "000042");
    }

    @Property(tries = 500)
    void shouldNotGiveThePanAwayWhenDecodedMessageIsDumped(
            @ForAll("packagers") String packager, @ForAll @From("pans") String pan) throws Exception {
        byte[] bytes = message(packager, pan);

        assertNothingIsGivenAway(Described.dump(decode(Packagers.builtIn(packager), bytes)), pan);
    }

    @Property(tries = 500)
    void shouldNotGiveThePanAwayWhenUnreadBytesAreDumped(
            @ForAll("packagers") String packager, @ForAll @From("pans") String pan) throws Exception {
        assertNothingIsGivenAway(
                MessageDescriber.RAW.unread(message(packager, pan), 0).text(), pan);
    }

    @Property(tries = 100)
    void shouldNotGiveThePanAwayWhenItFollowsTheLastElement(@ForAll @From("pans") String pan) throws Exception {
        byte[] bytes = Messages.bytes(
                "0800 0020000000000000 000042" + Messages.hex(pan.getBytes(StandardCharsets.ISO_8859_1)));

        assertNothingIsGivenAway(Described.dump(decode(Packagers.builtIn("iso87binary"), bytes)), pan);
    }

    @Provide
    Arbitrary<String> packagers() {
        return Arbitraries.of("iso87ascii", "iso87binary", "iso93ascii", "iso93binary");
    }

    /** Of the card schemes' forms: beginning and length. */
    @Provide
    Arbitrary<String> pans() {
        return Arbitraries.of("4:13", "4:16", "51:16", "2221:16", "37:15", "36:14", "6011:16", "6799:19", "35:16")
                .flatMap(form -> Arbitraries.randomValue(random -> {
                    String[] parts = form.split(":");
                    return TestPan.random(parts[0], Integer.parseInt(parts[1]), random);
                }));
    }
}
