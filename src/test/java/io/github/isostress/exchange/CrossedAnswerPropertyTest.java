package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.PACKAGER_NAME;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jpos.iso.ISOMsg;

/**
 * Whatever a peer sends in whatever order, an answer goes to no request whose key it does not carry, and the late
 * answer to one request never to another, not even if their keys are the same.
 */
class CrossedAnswerPropertyTest {
    private static final int TIMEOUT_MILLIS = 30;
    private static final ElementPath STAN = ElementPath.parse("11");
    /** Which request the peer had in mind. */
    private static final ElementPath MARK = ElementPath.parse("37");

    /** What the peer sends. */
    private enum Sort {
        ANSWER("0210"),
        ANSWER_TO_THE_FIRST("0210"),
        WRONG_KEY("0210"),
        WRONG_MTI("0230"),
        OWN_REQUEST("0800");

        private final String mti;

        Sort(String mti) {
            this.mti = mti;
        }
    }

    /** A request, and what the peer sends when it has read it. */
    record Turn(int stan, List<Sort> sent) {}

    @Provide
    Arbitrary<List<Turn>> turns() {
        Arbitrary<List<Sort>> sent = Arbitraries.of(Sort.class).list().ofMaxSize(4);
        return Combinators.combine(Arbitraries.integers().between(1, 3), sent)
                .as(Turn::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    @Property(tries = 120)
    void shouldGiveAnAnswerToItsOwnRequestWhenAPeerSendsAnything(@ForAll("turns") List<Turn> turns) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        try (Talk talk = new Talk(script(turns))) {
            for (Turn turn : turns) {
                byte[] request = Talk.request(stan(turn));
                if (!talk.canRun(within(TIMEOUT_MILLIS), request)) {
                    break;
                }
                outcomes.add(talk.run(within(TIMEOUT_MILLIS), request));
            }
        }
        for (int i = 0; i < outcomes.size(); i++) {
            assertThatTheAnswerIsItsOwn(outcomes, i);
            assertThatUnmatchedFramesAnswerEarlierRequests(outcomes, i);
        }
    }

    private static void assertThatTheAnswerIsItsOwn(List<Outcome> outcomes, int index) {
        DecodedMessage answer = outcomes.get(index).answer();
        if (answer == null) {
            assertThat(outcomes.get(index).failure()).isNotNull();
            return;
        }
        assertThat(answer.mti()).isEqualTo("0210");
        assertThat(answer.value(STAN)).isEqualTo(outcomes.get(index).request().value(STAN));
        int meant = Integer.parseInt(answer.value(MARK).orElseThrow().strip());
        if (meant < index && outcomes.get(meant).answer() == null) {
            assertThat(outcomes.subList(meant, index + 1))
                    .as("request %s, whose answer was given to request %s, had one before", meant, index)
                    .anyMatch(between -> between.unmatched().kept().stream().anyMatch(frame -> isLate(frame, answer)));
        }
    }

    private static boolean isLate(UnmatchedFrame frame, DecodedMessage answer) {
        return frame.kind() == UnmatchedFrame.Kind.LATE
                && frame.message().value(STAN).equals(answer.value(STAN));
    }

    private static void assertThatUnmatchedFramesAnswerEarlierRequests(List<Outcome> outcomes, int index) {
        for (UnmatchedFrame frame : outcomes.get(index).unmatched().kept()) {
            if (Set.of(UnmatchedFrame.Kind.LATE, UnmatchedFrame.Kind.DUPLICATE).contains(frame.kind())) {
                assertThat(outcomes.subList(0, index))
                        .anyMatch(earlier -> earlier.request()
                                        .value(STAN)
                                        .equals(frame.message().value(STAN))
                                && (frame.kind() == UnmatchedFrame.Kind.DUPLICATE || earlier.failure() != null));
            }
        }
    }

    private static Step[] script(List<Turn> turns) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            int index = i;
            steps.add(requestRead());
            steps.add(Step.send(Bytes.join(turns.get(i).sent().stream()
                    .map(sort -> sent(sort, turns, index))
                    .toArray(byte[][]::new))));
        }
        steps.add(Step.staySilent());
        return steps.toArray(Step[]::new);
    }

    private static byte[] sent(Sort sort, List<Turn> turns, int index) {
        int meant = sort == Sort.ANSWER_TO_THE_FIRST ? 0 : index;
        String stan = sort == Sort.WRONG_KEY ? "999999" : stan(turns.get(meant));
        ISOMsg message = message(PACKAGER_NAME, sort.mti, stan);
        message.set(37, String.format("%012d", meant));
        return frame(pack(message));
    }

    private static String stan(Turn turn) {
        return String.format("%06d", turn.stan);
    }
}
