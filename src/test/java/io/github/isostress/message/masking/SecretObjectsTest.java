package io.github.isostress.message.masking;

import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownValue;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Described;
import io.github.isostress.message.support.DumpText;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.ObjectPlace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jpos.iso.ISOUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a secret by its tag is one in every wrapper: in words, in bytes and in sentences. */
class SecretObjectsTest {
    private static final IsoPackager PACKAGER = ObjectPlace.PACKAGER;
    private static final List<String> SECRET_TAGS =
            List.of("56", "57", "5A", "5F20", "99", "9F0B", "9F1F", "9F20", "9F60", "9F61", "9F6B", "DF812A", "DF812B");
    /** Passes neither for a card number nor for data objects. */
    private static final String SECRET = "C1A7B2E3D4F5061829B7";

    private static final String SHOWN = "9F360200A5";

    /** What stands around data objects. */
    private enum Wrapper {
        NOTHING(""),
        TEMPLATE("E1"),
        RECORD("70"),
        RESPONSE("77"),
        PROPRIETARY("73"),
        DISCRETIONARY("BF0C"),
        DATA_SET("01") {
            @Override
            String around(String objects) {
                return "01%04X".formatted(objects.length() / 2) + objects;
            }
        },
        SECOND_DATA_SET("02") {
            @Override
            String around(String objects) {
                return "010005" + SHOWN + "02%04X".formatted(objects.length() / 2) + objects;
            }
        },
        TEMPLATE_IN_DATA_SET("E1") {
            @Override
            String around(String objects) {
                return DATA_SET.around(TEMPLATE.around(objects));
            }
        },
        PRIVATE_OBJECT("DF01"),
        FILLING("") {
            @Override
            String around(String objects) {
                return "00FF" + objects + "0000";
            }
        },
        TWELVE_TEMPLATES("E1") {
            @Override
            String around(String objects) {
                String all = objects;
                for (int i = 0; i < 12; i++) {
                    all = TEMPLATE.around(all);
                }
                return all;
            }
        };

        private final String tag;

        Wrapper(String tag) {
            this.tag = tag;
        }

        String around(String objects) {
            return tag.isEmpty() ? objects : tag + "%02X".formatted(objects.length() / 2) + objects;
        }
    }

    static Stream<Arguments> wrappersOfPlaces() {
        return Arrays.stream(ObjectPlace.values())
                .flatMap(place -> Arrays.stream(Wrapper.values()).map(wrapper -> Arguments.of(place, wrapper)));
    }

    private static String object(String tag) {
        return tag + "%02X".formatted(SECRET.length() / 2) + SECRET;
    }

    private static void assertThatNothingIsGivenAway(byte[] frame, DecodedMessage message, String secret) {
        MessageDescription description = MessageDescriber.masked(frame, 0, message);
        List<String> texts = new ArrayList<>();
        description.elements().forEach(line -> texts.add(line.shown()));
        texts.add(DumpText.of(description.bytes().toString()).hex());
        texts.add(DumpText.of(MessageDescriber.maskedBytes(frame, 0, message).toString())
                .hex());
        assertThat(description.bytes()).isEqualTo(MessageDescriber.maskedBytes(frame, 0, message));
        String inAscii = hex(secret.getBytes(StandardCharsets.ISO_8859_1));
        String inEbcdic = hex(ISOUtil.asciiToEbcdic(secret));
        assertThat(texts).noneMatch(text -> text.contains(secret) || text.contains(inAscii) || text.contains(inEbcdic));
    }

    @ParameterizedTest
    @MethodSource("wrappersOfPlaces")
    void shouldHideTheValueWhateverIsAroundIt(ObjectPlace place, Wrapper wrapper) throws Exception {
        for (String tag : SECRET_TAGS) {
            byte[] objects = bytes(wrapper.around(SHOWN + object(tag) + "9C0100"));
            byte[] frame = place.message(objects);
            DecodedMessage message = decode(PACKAGER, frame);

            assertThatNothingIsGivenAway(frame, message, SECRET.substring(6, 16));
            for (String path : List.of(place.path(), place.path() + "." + tag)) {
                assertThat(ShownValue.of(message, ElementPath.parse(path)).orElse(""))
                        .doesNotContain(SECRET.substring(6, 16));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldHideNothingWhenNoTagIsASecret(Wrapper wrapper) {
        byte[] objects = bytes(wrapper.around(SHOWN + object("9F10") + "9C0100"));

        assertThat(SecretObjects.in(objects).isEmpty()).isTrue();
        assertThat(SecretObjects.in(hex(objects)).isEmpty()).isTrue();
        assertThat(SecretObjects.inObjects(objects).isEmpty()).isTrue();
    }

    /** Where the elements of a message are ambiguous, its numbers are searched, too. */
    @Test
    void shouldHideNothingOfASystemsTraceAuditNumberWhicheverItIs() {
        assertThat(IntStream.rangeClosed(1, 999_999)
                        .mapToObj(number -> String.valueOf(1_000_000 + number).substring(1))
                        .filter(stan -> !Masking.SEARCHED.mask(stan).equals(stan)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "560AC1A7B2E3D4F5061829B7 9F",
                "560AC1A7B2E3D4F5061829B7 9F3602",
                "560CC1A7B2E3D4F5061829B7",
                "56820AC1A7B2E3D4F5061829B7",
                "AB 560AC1A7B2E3D4F5061829B7",
                "01 00FE 560AC1A7B2E3D4F5061829B7",
                "E110 560AC1A7B2E3D4F5061829B7",
                "E10D 560AC1A7B2E3D4F5061829B7 9F",
                "9F2008C1A7B2E3D4F5061829B7"
            })
    void shouldHideTheValueWhenDataObjectsAreDamaged(String objects) throws Exception {
        for (ObjectPlace place : ObjectPlace.values()) {
            if (place.isForObjects()) {
                byte[] frame = place.message(bytes(objects));

                assertThatNothingIsGivenAway(frame, decode(PACKAGER, frame), SECRET.substring(6, 16));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V10:55",
                "W Z _ ABC",
                "99 BOTTLES OF BEER",
                "571234",
                "5A",
                "VISA 0123",
                "5712 IS THE NUMBER",
                "123456789"
            })
    void shouldShowTheTextWhenItIsNoDataObjects(String text) throws Exception {
        byte[] frame = Messages.message(PACKAGER, "0 0200", "60 " + text);

        assertThat(Described.elements(decode(PACKAGER, frame))).contains(text);
    }

    @Test
    void shouldHideTheValueWhenObjectsAreBytesInATextElement() throws Exception {
        byte[] frame = Messages.message(PACKAGER, "0 0200", "60.9F36 00A5", "60.57 " + SECRET);

        assertThatNothingIsGivenAway(frame, decode(PACKAGER, frame), SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01 0034"})
    void shouldHideTracksNamesAndPinsInBothFormsOfVisasElement(String dataSet) throws Exception {
        IsoPackager visa = Packagers.find("p.xml", Path.of("src/test/resources/cases/32-masking-in-dataset")::resolve)
                .orElseThrow();
        String objects = "5713 4111111111111111D25121010000000000000F 5F2009 444F452F4A414E4520 9F1F05 3132333435"
                + "9904 12345678 9F36020001";
        String element = dataSet + objects;
        int length = element.replace(" ", "").length() / 2;
        byte[] frame = bytes("0100 0020000000000200 000001 %02X".formatted(length) + element);

        String text = MessageDescriber.masked(frame, 0, decode(visa, frame)).text();

        assertThat(text)
                .contains("Track 2 Equivalent Data", "0001")
                .doesNotContain("4111", "2512", "DOE", "444F45", "31323334", "3132", "12345678");
    }
}
