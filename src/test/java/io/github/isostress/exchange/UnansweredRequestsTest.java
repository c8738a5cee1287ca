package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.keys;
import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.decode.RememberedElement;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long, and how many requests without an answer are remembered, and that each is found by its answer alone. */
class UnansweredRequestsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final UnansweredRequests requests = new UnansweredRequests(3);

    /** A minute after their time was up, or ten times as long as they were waited for. */
    @ParameterizedTest
    @CsvSource({"1, 60", "6, 60", "7, 70", "60, 600", "3600, 36000"})
    void shouldBeForgottenWhenAMultipleOfTheTimeoutAndAMinuteHavePassed(long timeoutSeconds, long rememberedSeconds) {
        long sent = Long.MAX_VALUE - 2 * SECOND;
        long deadline = sent + timeoutSeconds * SECOND;
        requests.add(request("0200", "000001", sent, deadline), deadline);
        long forgotten = deadline + rememberedSeconds * SECOND;

        assertThat(requests.mayBeConfusedWith(awaited("0200", "000001"), forgotten - 1))
                .isTrue();
        assertThat(requests.mayBeConfusedWith(awaited("0200", "000001"), forgotten))
                .isFalse();
        assertThat(requests.isEmpty()).isTrue();
    }

    @Test
    void shouldForgetTheOldestWhenThereWouldBeTooMany() {
        for (int stan = 1; stan <= 4; stan++) {
            requests.add(request("0200", "00000" + stan, stan, SECOND), SECOND);
        }

        assertThat(requests.takeAnsweredBy(decoded("0210", "000001"), SECOND)).isEmpty();
        assertThat(requests.takeAnsweredBy(decoded("0210", "000002"), SECOND)).isPresent();
        assertThat(requests.takeAnsweredBy(decoded("0210", "000002"), SECOND)).isEmpty();
    }

    @Test
    void shouldGiveTheOldestWhenTwoCarryTheSameKeys() {
        requests.add(request("0200", "000001", 1, SECOND), SECOND);
        requests.add(request("0200", "000001", 2, SECOND), SECOND);

        assertThat(requests.takeAnsweredBy(decoded("0210", "000001"), SECOND).map(SentRequest::sentNanos))
                .contains(1L);
        assertThat(requests.takeAnsweredBy(decoded("0210", "000001"), SECOND).map(SentRequest::sentNanos))
                .contains(2L);
    }

    /** A value is the same in whatever bytes it came: the connection's packager may have been changed meanwhile. */
    @Test
    void shouldFindTheRequestWhenItsKeyCameInOtherBytes() throws Exception {
        requests.add(request("0200", "000001", 1, SECOND), SECOND);
        DecodedMessage binary = new MessageDecoder(Packagers.builtIn("iso87binary"))
                .decode(pack(message("iso87binary", "0210", "000001")));

        assertThat(requests.takeAnsweredBy(binary, SECOND)).isPresent();
    }

    /** Looked up by hash, twenty thousand are told apart as quickly as a few. */
    @Test
    void shouldTellEachWhenThereAreThousands() {
        UnansweredRequests many = new UnansweredRequests(SentRequests.REMEMBERED_UNANSWERED);
        for (int stan = 0; stan < SentRequests.REMEMBERED_UNANSWERED; stan++) {
            many.add(request("0200", digits(stan), stan, SECOND), SECOND);
        }
        for (int stan = SentRequests.REMEMBERED_UNANSWERED - 1; stan >= 0; stan--) {
            assertThat(many.mayBeConfusedWith(awaited("0200", digits(stan)), SECOND))
                    .isTrue();
            assertThat(many.takeAnsweredBy(decoded("0210", digits(stan)), SECOND)
                            .map(SentRequest::sentNanos))
                    .contains((long) stan);
            assertThat(many.mayBeConfusedWith(awaited("0200", digits(stan)), SECOND))
                    .isFalse();
        }
        assertThat(many.isEmpty()).isTrue();
    }

    /** A request, with the elements that its sampler has for keys. */
    record Sent(String mti, int stan, int terminal, String keys) {
        AwaitedAnswer awaited() {
            return Talk.keys(keys.isEmpty() ? new String[0] : keys.split(" ")).awaited(message(mti));
        }

        DecodedMessage message(String type) {
            ISOMsg message = TestMessages.message(Talk.PACKAGER_NAME, type, digits(stan));
            if (terminal > 0) {
                message.set(41, "TERM000" + terminal);
            }
            return UnansweredRequestsTest.decoded(message);
        }
    }

    @Provide
    Arbitrary<Sent> sent() {
        return Combinators.combine(
                        Arbitraries.of("0200", "0201", "0400", "0420", "0421"),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of("11", "41", "11 41", "41 11", ""))
                .as(Sent::new);
    }

    /** What is looked up by hash is what a comparison with each of them finds. */
    @Property(tries = 400)
    void shouldFindWhatComparingEachFinds(
            @ForAll("requestsSent") List<Sent> earlier, @ForAll("sent") Sent next, @ForAll("responseMtis") String mti) {
        UnansweredRequests indexed = new UnansweredRequests(100);
        List<AwaitedAnswer> each = new ArrayList<>();
        for (Sent sent : earlier) {
            each.add(sent.awaited());
            indexed.add(new SentRequest(sent.awaited(), each.size(), SECOND), SECOND);
        }
        DecodedMessage response = next.message(mti);
        AwaitedAnswer awaited = next.awaited();

        assertThat(indexed.mayBeConfusedWith(awaited, SECOND))
                .isEqualTo(each.stream().anyMatch(other -> mayBeOne(awaited, other)));
        Optional<SentRequest> found = indexed.takeAnsweredBy(response, SECOND);
        assertThat(found.isPresent()).isEqualTo(each.stream().anyMatch(other -> other.is(response)));
        assertThat(found.stream()).allMatch(request -> request.awaited().is(response));
    }

    @Provide
    Arbitrary<List<Sent>> requestsSent() {
        return sent().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> responseMtis() {
        return Arbitraries.of("0210", "0211", "0410", "0430", "0431", "0800");
    }

    private static boolean mayBeOne(AwaitedAnswer one, AwaitedAnswer other) {
        List<RememberedElement> common = other.keysAt(one.paths());
        List<ElementPath> paths = common.stream().map(RememberedElement::path).toList();
        return ResponseMti.requestsWithAnAnswerOf(one.requestMti()).contains(other.requestMti())
                && one.keysAt(paths).equals(common);
    }

    private static SentRequest request(String mti, String stan, long sentNanos, long deadlineNanos) {
        return new SentRequest(awaited(mti, stan), sentNanos, deadlineNanos);
    }

    private static AwaitedAnswer awaited(String mti, String stan) {
        return keys("11").awaited(decoded(mti, stan));
    }

    private static DecodedMessage decoded(String mti, String stan) {
        return decoded(message(Talk.PACKAGER_NAME, mti, stan));
    }

    private static DecodedMessage decoded(ISOMsg message) {
        try {
            return new MessageDecoder(Talk.PACKAGER).decode(pack(message));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digits(int number) {
        return String.format("%06d", number);
    }
}
