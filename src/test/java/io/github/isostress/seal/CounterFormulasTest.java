package io.github.isostress.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.template.FilledMessage;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.MessageContext;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a template that count or draw: KSNs of terminals, transaction counters of cards, unpredictable numbers. */
class CounterFormulasTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87binary");

    private final MessageContext context = Filled.contextWith(new Counters());

    private MessageTemplate template(Variables variables, String... lines) throws FailureException {
        return Messages.template(PACKAGER, variables, lines);
    }

    private String next(MessageTemplate template, String path) throws FailureException {
        return value(template.fill(context), path);
    }

    private static String value(FilledMessage message, String path) throws FailureException {
        return Messages.value(Messages.decode(PACKAGER, message.bytes()), path);
    }

    @Test
    void shouldCountEachTerminalByItselfWhenItIsAKsn() throws FailureException {
        Iterator<String> terminals = List.of("FFFF9876543210E00000", "FFFF9876543210E00000", "FFFF9876543211000000")
                .iterator();
        MessageTemplate template =
                template(new Variables().with("IKSN", terminals::next), "0 0200", "62:= ksn key=BDK id=${IKSN}");

        assertThat(List.of(next(template, "62"), next(template, "62"), next(template, "62")))
                .containsExactly("FFFF9876543210E00001", "FFFF9876543210E00002", "FFFF9876543211000001");
    }

    @ParameterizedTest
    @CsvSource({
        "ksn key=BDK id=FFFF9876543210E00000 start=1023,    FFFF9876543210E003FF",
        "ksn key=BDK id=FFFF9876543210E00000 start=2047,    FFFF9876543210E00800",
        "ksn key=AES-BDK id=1234567890123456 start=131071, 123456789012345600020000",
        "ksn key=AES-BDK id=1234567890123456,              123456789012345600000001"
    })
    void shouldBeginAtTheNextCounterThatHasAKeyWhenItIsAKsn(String formula, String ksn) throws FailureException {
        assertThat(next(template(new Variables(), "0 0200", "62:= " + formula), "62"))
                .isEqualTo(ksn);
    }

    @Test
    void shouldGiveThePublishedBlockWhenKsnAndPinBlockAreOfOneMessage() throws FailureException {
        MessageTemplate template = template(
                new Variables(),
                "0 0200",
                "2 4012345678909",
                "52:= pinblock format=0 key=BDK pin=1234 ksn=@62",
                "62:= ksn key=BDK id=FFFF9876543210E00000");

        assertThat(next(template, "52")).isEqualTo("1B9C1845EB993A7A");
    }

    @Test
    void shouldBeGivenOnceWhenManyThreadsFill() throws FailureException {
        MessageTemplate template = template(new Variables(), "0 0200", "62:= ksn key=AES-BDK id=1234567890123456");
        Set<String> given = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 8).parallel().forEach(thread -> {
            for (int i = 0; i < 500; i++) {
                try {
                    given.add(next(template, "62"));
                } catch (FailureException e) {
                    throw new IllegalStateException(e);
                }
            }
        });

        assertThat(given).hasSize(8 * 500);
    }

    @Test
    void shouldUseUpNoNumberWhenAKeyChangesBeforeTheMessageIsSent() throws FailureException {
        MessageTemplate template = template(
                new Variables(),
                "0 0200",
                "2 4761739001010119",
                "55.9F36:= atc",
                "55.9F37:= un",
                "62:= ksn key=BDK id=FFFF9876543210E00000",
                "64:= mac key=MAK");
        FilledMessage before = template.fill(context);

        FilledMessage after =
                before.under(Filled.contextWith(new Counters()).keys().with(Filled.OTHER_MAK));

        for (String path : List.of("55.9F36", "55.9F37", "62")) {
            assertThat(value(after, path)).as(path).isEqualTo(value(before, path));
        }
        assertThat(value(after, "64")).isNotEqualTo(value(before, "64"));
        assertThat(next(template, "62")).isEqualTo("FFFF9876543210E00002");
    }

    @Test
    void shouldCountEachCardByItselfWhenItIsAnAtc() throws FailureException {
        Iterator<String> cards = List.of("4761739001010119", "5123456789012346", "4761739001010119")
                .iterator();
        MessageTemplate template =
                template(new Variables().with("PAN", cards::next), "0 0200", "2 ${PAN}", "55.9F36:= atc start=254");

        assertThat(List.of(next(template, "55.9F36"), next(template, "55.9F36"), next(template, "55.9F36")))
                .containsExactly("00FE", "00FE", "00FF");
    }

    @Test
    void shouldCountCardsOfOneAccountApartWhenTheirSequenceNumbersDiffer() throws FailureException {
        Iterator<String> numbers = List.of("000", "001", "000").iterator();
        MessageTemplate template = template(
                new Variables().with("PSN", numbers::next),
                "0 0200",
                "2 4761739001010119",
                "23 ${PSN}",
                "55.9F36:= atc card=@2");

        assertThat(List.of(next(template, "55.9F36"), next(template, "55.9F36"), next(template, "55.9F36")))
                .containsExactly("0001", "0001", "0002");
    }

    @Test
    void shouldBeAnotherNumberEachTimeWhenItIsUnpredictable() throws FailureException {
        MessageTemplate template = template(new Variables(), "0 0200", "55.9F37:= un");

        String first = next(template, "55.9F37");

        assertThat(first).matches("[0-9A-F]{8}");
        assertThat(List.of(next(template, "55.9F37"), next(template, "55.9F37")))
                .anySatisfy(other -> assertThat(other).isNotEqualTo(first));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ksn key=BDK id=FFFF9876543210E00000 start=2095105 | the terminal's counter is used up: in 3DES DUKPT (ANSI X9.24-1) the last KSN is FFFF9876543210FFF800
            ksn key=BDK id=FFFF9876543210E0     | the initial key id of 3DES DUKPT (ANSI X9.24-1) has 20 hex digits, this one has 16
            ksn key=BDK id=FFFF9876543210E00001 | the last 21 bits of the initial key id of 3DES DUKPT (ANSI X9.24-1) are the counter, and have to be zero
            ksn key=AES-BDK id=FFFF9876543210E00000 | the initial key id of AES DUKPT (ANSI X9.24-3) has 16 hex digits, this one has 20
            ksn key=BDK id=FFFF9876543210E00000 start=x | start must be a whole number
            ksn key=ZPK id=FFFF9876543210E00000 | key 'ZPK' has the use PIN, but needed is BDK-3DES or BDK-AES
            ksn key=BDK                         | ksn needs id
            atc start=65536                     | the card's transaction counter is used up: the last one is FFFF (EMV Book 3, tag 9F36)
            """)
    void shouldNameLineElementAndRuleWhenThereIsNoNextNumber(String formula, String sentence) {
        FailureException refusal = catchThrowableOfType(
                FailureException.class,
                () -> template(new Variables(), "0 0200", "2 4761739001010119", "62:= " + formula)
                        .fill(context));

        assertThat(refusal).hasMessage("line 3, element 62: " + sentence);
    }
}
