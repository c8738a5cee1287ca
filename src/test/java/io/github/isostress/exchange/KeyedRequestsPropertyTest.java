package io.github.isostress.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** The table finds what a walk through a list finds. */
class KeyedRequestsPropertyTest {
    private static final String[][] KEY_SETS = {{"11"}, {"11", "41"}, {"41"}, {"37", "11"}};

    /** The second packs the same values in other bytes; an answer may come so. */
    private static final String[] PACKAGERS = {"iso87ascii", "iso87binary"};

    /** What is done with a message: its request is added or taken out, or it is looked for. */
    private enum Deed {
        ADD,
        ADD_IF_DISTINCT,
        REMOVE,
        ANSWER
    }

    /** One step: which deed, with which values, under which packager. */
    record Move(Deed deed, int keys, boolean repeat, int stan, int terminal, int reference, int packager) {
        private DecodedMessage message(String mti, String name) {
            ISOMsg message = TestMessages.message(name, mti, String.format("%06d", stan));
            if (terminal > 0) {
                message.set(41, "TERM000" + terminal);
            }
            if (reference > 0) {
                message.set(37, "00000000000" + reference);
            }
            try {
                return new MessageDecoder(Packagers.builtIn(name)).decode(TestMessages.pack(message));
            } catch (FailureException e) {
                throw new IllegalStateException(e);
            }
        }

        DecodedMessage answer() {
            return message("0210", PACKAGERS[packager]);
        }

        SentRequest request() {
            DecodedMessage request = message(repeat ? "0201" : "0200", PACKAGERS[0]);
            return new SentRequest(Talk.keys(KEY_SETS[keys]).awaited(request), 1, 2);
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, KEY_SETS.length - 1),
                        Arbitraries.of(false, false, true),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(0, 0, 1))
                .as(Move::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 400)
    void shouldFindWhatAListFindsWhenRequestsComeAndGo(@ForAll("moves") List<Move> moves) throws ISOException {
        KeyedRequests<SentRequest> table = new KeyedRequests<>();
        List<SentRequest> list = new ArrayList<>();
        for (Move move : moves) {
            SentRequest request = move.request();
            switch (move.deed()) {
                case ADD -> {
                    table.add(request);
                    list.add(request);
                }
                case ADD_IF_DISTINCT -> addIfDistinct(request, table, list);
                case REMOVE -> {
                    SentRequest oldest = list.isEmpty() ? request : list.get(0);
                    assertThat(table.remove(oldest)).isEqualTo(list.remove(oldest));
                    assertThat(table.remove(oldest)).isFalse();
                }
                case ANSWER -> look(move.answer(), table, list);
                default -> throw new IllegalStateException();
            }
            assertThat(table.size()).isEqualTo(list.size());
        }
        assertThat(table.takeAll()).containsExactlyInAnyOrderElementsOf(list);
        assertThat(table.size()).isZero();
    }

    private static void addIfDistinct(SentRequest request, KeyedRequests<SentRequest> table, List<SentRequest> list) {
        boolean confused = list.stream().anyMatch(each -> each.awaited().mayBeConfusedWith(request.awaited()));
        assertThat(table.mayBeConfusedWith(request)).isEqualTo(confused);
        if (!confused) {
            table.add(request);
            list.add(request);
        }
    }

    private static void look(DecodedMessage answer, KeyedRequests<SentRequest> table, List<SentRequest> list) {
        List<SentRequest> answered =
                list.stream().filter(each -> each.awaited().is(answer)).toList();
        SentRequest found = table.answeredBy(answer);
        if (answered.isEmpty()) {
            assertThat(found).isNull();
        } else {
            assertThat(answered).contains(found);
        }
        SentRequest withKeys = table.withKeysIn(answer);
        assertThat(withKeys == null || withKeys.awaited().keysAreIn(answer)).isTrue();
    }

    /** As in a run: distinct keys in great number, some answered and some not. */
    @Property(tries = 3)
    void shouldFindEachWhenThereAreThousands(@ForAll("seeds") int seed) throws Exception {
        KeyedRequests<SentRequest> table = new KeyedRequests<>();
        MessageDecoder decoder = new MessageDecoder(Talk.PACKAGER);
        List<SentRequest> sent = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            byte[] message = Talk.request(String.format("%06d", (seed + number * 7_919) % 1_000_000));
            SentRequest request = new SentRequest(Talk.keys("11").awaited(decoder.decode(message)), number, 1);
            assertThat(table.mayBeConfusedWith(request)).isFalse();
            table.add(request);
            sent.add(request);
        }
        for (SentRequest request : sent) {
            DecodedMessage answer = decoder.decode(TestMessages.pack(
                    TestMessages.message(Talk.PACKAGER_NAME, "0210", stanOf(seed, request.sentNanos()))));
            assertThat(table.answeredBy(answer)).isSameAs(request);
            assertThat(table.remove(request)).isTrue();
            assertThat(table.answeredBy(answer)).isNull();
        }
    }

    private static String stanOf(int seed, long number) {
        return String.format("%06d", (seed + number * 7_919) % 1_000_000);
    }

    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers().between(0, 999_999);
    }
}
