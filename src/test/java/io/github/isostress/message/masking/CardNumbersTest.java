package io.github.isostress.message.masking;

import static io.github.isostress.message.support.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.number.TestPan;
import io.github.isostress.message.support.DumpText;
import io.github.isostress.message.support.Messages;
import io.github.isostress.support.Bytes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes for a card number is found, whoever has issued it and whatever stands around it. */
class CardNumbersTest {
    private static final Charset EBCDIC = Charset.forName("IBM1047");
    private static final Charset ASCII = StandardCharsets.ISO_8859_1;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /** Beginning and length: those that were seen in the clear first. */
    private static final String[] SCHEMES = {
        "62:18", "62:17", "67:18", "67:12", "5061:18", "9792:16", "9860:16", "8600:16", "1:15", "50:12", "5893:13",
        "6304:14", "6761:15", "62:19", "4:13", "4:16", "4:18", "4:19", "34:15", "37:15", "30:14", "36:14", "38:16",
        "3528:16", "3589:19", "51:16", "2221:16", "2204:16", "2200:19", "6011:16", "65:19", "6521:16", "8171:16",
        "6062:16", "4011:16", "5019:16", "9643:16", "7081:17", "8699:15"
    };

    private static final String[] SURROUNDINGS = {"|", "1234|", "|0005", "00%d|0005", "9|", "|9", "98765|43210"};

    static Stream<String> digits() {
        Random random = new Random(7);
        return Stream.of(SCHEMES).flatMap(scheme -> {
            String[] parts = scheme.split(":");
            int length = Integer.parseInt(parts[1]);
            String pan = TestPan.random(parts[0], length, random);
            return Stream.of(SURROUNDINGS)
                    .map(around -> around.formatted(length).replace("|", "<" + pan + ">"));
        });
    }

    /** The digits, a number among them between angle brackets, in front of which they are {@code start} long. */
    private record Marked(String text, int start, int end) {
        static Marked of(String written) {
            int start = written.indexOf('<');
            return new Marked(written.replaceAll("[<>]", ""), start, written.indexOf('>') - 1);
        }

        String pan() {
            return text.substring(start, end);
        }
    }

    private static void assertThatAllIsFound(BitSet found, int start, int end) {
        assertThat(found.get(start, end).cardinality()).isEqualTo(end - start);
    }

    private static void assertThatBytesAreFound(String before, String digits, String behind, Marked marked) {
        byte[] bytes = bytes(before + digits + behind);
        int start = before.length() + marked.start();
        assertThatAllIsFound(CardNumbers.in(bytes), start / 2, (before.length() + marked.end() + 1) / 2);
    }

    @ParameterizedTest
    @MethodSource("digits")
    void shouldBeFoundWhenWrittenInText(String written) {
        Marked marked = Marked.of(written);
        assertThatAllIsFound(CardNumbers.in(marked.text()), marked.start(), marked.end());
        assertThatAllIsFound(CardNumbers.in("T" + marked.text() + "X"), marked.start() + 1, marked.end() + 1);
    }

    @ParameterizedTest
    @MethodSource("digits")
    void shouldBeFoundWhenBytesAreAsciiOrEbcdic(String written) {
        Marked marked = Marked.of(written);
        for (Charset charset : new Charset[] {ASCII, EBCDIC}) {
            assertThatAllIsFound(CardNumbers.in(marked.text().getBytes(charset)), marked.start(), marked.end());
            assertThatAllIsFound(
                    CardNumbers.in(("AB " + marked.text() + "C").getBytes(charset)),
                    3 + marked.start(),
                    3 + marked.end());
        }
    }

    @ParameterizedTest
    @MethodSource("digits")
    void shouldBeFoundWhenDigitsTakeHalfAByteEach(String written) {
        Marked marked = Marked.of(written);
        String text = marked.text();
        boolean even = text.length() % 2 == 0;
        assertThatBytesAreFound("", text, even ? "" : "F", marked);
        assertThatBytesAreFound("", text, even ? "FFAA" : "FAA", marked);
        assertThatBytesAreFound("C", text, even ? "0" : "", marked);
        assertThatBytesAreFound("02006", text, even ? "1" : "12", marked);
    }

    /** In half bytes 34 to 39 look like digits, 41 to 5E like letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "30569309025904",
                "36435678901212",
                "38267531551951",
                "3530111333300000",
                "4111111111111111",
                "3438383437343912",
                "6212345000000000"
            })
    void shouldBeFoundWhenHalfBytesTouchText(String number) {
        for (String text : new String[] {"001201081234", "THIS IS A TEXT OF A MERCHANT AT HIS SHOP 1"}) {
            byte[] bytes = Bytes.join(text.getBytes(ASCII), bytes(number));
            assertThatAllIsFound(CardNumbers.in(bytes), text.length(), bytes.length);
        }
    }

    @ParameterizedTest
    @MethodSource("digits")
    void shouldBeHiddenWhenRawMessageIsDumped(String written) {
        Marked marked = Marked.of(written);
        String text = marked.text();
        byte[] packed = bytes("02003000" + text + (text.length() % 2 == 0 ? "" : "F") + "00");
        DumpText dump = DumpText.of(MessageDescriber.RAW.unread(packed, 0).text());
        assertThat(dump.hex()).doesNotContain(marked.pan());
        DumpText ofText = DumpText.of(
                MessageDescriber.RAW.unread(("0200" + text).getBytes(EBCDIC), 0).text());
        assertThat(ofText.hex()).doesNotContain(Messages.hex(marked.pan().getBytes(EBCDIC)));
    }

    @Property(tries = 2000)
    void shouldBeFoundWhenAnyDigitsStandAroundIt(@ForAll("numbers") String written) {
        Marked marked = Marked.of(written);
        assertThatAllIsFound(CardNumbers.in(marked.text()), marked.start(), marked.end());
        assertThatAllIsFound(CardNumbers.in(marked.text().getBytes(EBCDIC)), marked.start(), marked.end());
        assertThatBytesAreFound("", marked.text(), marked.text().length() % 2 == 0 ? "" : "F", marked);
        assertThatBytesAreFound("8", marked.text(), marked.text().length() % 2 == 0 ? "F" : "", marked);
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> around = Arbitraries.strings().numeric().ofMaxLength(30);
        Arbitrary<String> pans = Combinators.combine(
                        Arbitraries.integers().between(1, 9999),
                        Arbitraries.integers().between(12, 19))
                .flatAs((bin, length) ->
                        Arbitraries.randomValue(random -> TestPan.random(String.valueOf(bin), length, random)));
        return Combinators.combine(around, pans, around).as((before, pan, behind) -> before + "<" + pan + ">" + behind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4761739001010119", "4761739001010118", "620012345678"})
    void shouldBeFoundWithItsTrackWhenExpiryAndServiceCodeFollow(String number) {
        String track = number + "=28122010000000000000";
        assertThatAllIsFound(CardNumbers.in("T2;" + track + "?"), 3, 3 + track.length());
        String packed = number + "D2812201";
        assertThatAllIsFound(CardNumbers.in(bytes("FF" + packed)), 1, 1 + packed.length() / 2);
        String first = number + "^DOE/JOHN^2812201";
        assertThatAllIsFound(CardNumbers.in("%B" + first + "?"), 2, 2 + first.length());
        assertThatAllIsFound(CardNumbers.in(track.getBytes(EBCDIC)), 0, track.length());
    }

    @ParameterizedTest
    @CsvSource({
        "20261128141311",
        "00000000000000000000",
        "000000001000",
        "0000000010000000001000",
        "12345678901",
        "0200000042"
    })
    void shouldNotBeFoundWhenDigitsAreATimeOrBeginWithZeros(String digits) {
        assertThat(CardNumbers.in(digits).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "THIS IS A TEXT OF A MERCHANT AT HIS SHOP",
                "00004212",
                "TERM0001 MERCHANT 123456 SHOP 12 PARIS",
                "QUARTER PAST SIX, PARIS FRANCE, RUE 12"
            })
    void shouldNotBeFoundWhenTextWouldBeANumberInBcd(String text) {
        assertThat(CardNumbers.in(text.getBytes(ASCII)).isEmpty()).isTrue();
    }

    /** The shares that src/docs/masking.md gives. */
    @ParameterizedTest
    @CsvSource({"11, 0, 0", "12, 7, 11", "14, 36, 52", "16, 66, 82", "20, 93, 100", "30, 99, 100", "60, 99, 100"})
    void shouldBeFoundByChanceInAKnownShareOfRandomDigits(int length, int least, int most) {
        Random random = new Random(11);
        Supplier<String> digits =
                () -> random.ints(length, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
        long found = IntStream.range(0, 2000)
                .filter(i -> !CardNumbers.in(digits.get()).isEmpty())
                .count();
        System.out.printf("%d random digits: %.1f %% hold what passes for a card number%n", length, found / 20.0);
        assertThat(found / 20.0).isBetween((double) least, (double) most);
    }

    @Test
    void shouldTakeLittleTimeWhenSixtyFourKilobytesAreDigits() {
        String tracks = StringUtils.repeat("4761739001010118=2812", 3120);
        String digits = StringUtils.repeat("4761739001010119", 4096);
        byte[] packed = bytes(digits + digits);
        for (Runnable search : new Runnable[] {
            () -> CardNumbers.in(digits),
            () -> CardNumbers.in(tracks),
            () -> CardNumbers.in(tracks.getBytes(ASCII)),
            () -> CardNumbers.in(packed),
            () -> CardNumbers.marked(packed)
        }) {
            assertThat(fastest(search)).isLessThan(Duration.ofMillis(50));
        }
    }

    /** Of the processor: others may have it meanwhile. */
    private static Duration fastest(Runnable search) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 30; i++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            search.run();
            fastest = Math.min(fastest, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return Duration.ofNanos(fastest);
    }
}
