package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.record.SampleKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long run with every kind of fault: JMeter counts exactly the faults that the host has played, and nothing
 * accumulates. The system property {@code soak.seconds} sets how long it is.
 */
@ExtendWith(JMeterEnvironment.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("alone")
class SoakIT {
    /** An answer may come just when garbage makes JMeter close its connection. */
    /** The request, what its answer must carry, its key, and the sign by which it is found. */
    private static final long OBJECTS_OF_A_REQUEST = 5;

    private static final long MOST_LOST_IN_A_MINUTE = 400;
    private static final long LOST_BY_CHANCE = 1;

    /** What is kept of one failed sample, its texts and bytes, is more. */
    private static final long BYTES_OF_A_FAILURE = 500;

    private Soak soak;

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        soak = new Soak(folder, Integer.getInteger("soak.seconds", 30));
        System.out.println(soak.results.summary(LoadPlan.PURCHASE));
        System.out.println(soak.host);
        System.out.println(soak.early + "\n" + soak.late);
    }

    private long samples(SampleKind kind) {
        return soak.results.count(kind.label(LoadPlan.CONNECTION));
    }

    @Test
    void shouldCountEveryRequestOnceWhenFaultsAreMixedIn() {
        assertThat(soak.results.requests()).isEqualTo(soak.host.requestsReceived());
        assertThat(LoadPlan.ECHO_TESTS)
                .allSatisfy(
                        label -> assertThat(soak.results.codes(label)).isEqualTo(Map.of("00", (long) Soak.TERMINALS)));
        assertThat(soak.host.framesUnanswered()).isZero();
    }

    @Test
    void shouldGiveEachFaultItsOwnCodeWhenItIsPlayed() {
        Map<String, Long> expected = new TreeMap<>();
        expected.put(Failure.RESPONSE_TIMEOUT.name(), soak.played("no answer", "late"));
        expected.put(Failure.CLOSED_BY_HOST.name(), soak.played("close"));
        expected.put(Failure.CONNECTION_RESET.name(), soak.played("reset"));
        expected.put(Failure.PARTIAL_FRAME.name(), soak.played("cut"));
        expected.put(Failure.CLOSED_INSIDE_FRAME.name(), soak.played("cut then close"));
        expected.put(Failure.UNMATCHED_RESPONSE.name(), soak.played("wrong key 11"));
        expected.put(Failure.ECHO_MISMATCH.name(), soak.played("wrong key 4"));
        expected.put(Failure.WRONG_MTI.name(), soak.played("wrong mti"));
        expected.put(Failure.UNPACK_ERROR.name(), soak.played("garbage"));
        expected.put(Failure.FRAME_LENGTH.name(), soak.played("oversize length", "garbage without frame"));
        expected.put("51", soak.played("decline 51"));
        assertThat(soak.host.played()).hasSameSizeAs(Soak.FAULTS);
        assertThat(expected.values()).allMatch(count -> count > 0);
        expected.put(
                "00",
                soak.host.requestsReceived()
                        - Soak.TERMINALS * LoadPlan.ECHO_TESTS.size()
                        - expected.values().stream().mapToLong(Long::longValue).sum());

        assertThat(soak.results.codes(LoadPlan.PURCHASE)).isEqualTo(expected);
    }

    @Test
    void shouldOpenAnotherConnectionWhenAFaultHasEndedOne() {
        long ended = soak.played(
                "close", "reset", "cut", "cut then close", "garbage", "garbage without frame", "oversize length");

        assertThat(soak.results.codes(SampleKind.CONNECT.label(LoadPlan.CONNECTION)))
                .isEqualTo(Map.of("CONNECTED", Soak.TERMINALS + ended));
        assertThat(soak.host.connections()).isEqualTo(Soak.TERMINALS + ended);
    }

    @Test
    void shouldTellLateAndDoubledAnswersWhenTheyCome() {
        assertThat(samples(SampleKind.DUPLICATE)).isEqualTo(soak.played("twice", "two in one packet"));
        assertThat(samples(SampleKind.LATE)).isBetween(soak.lateAnswersSent() - LOST_BY_CHANCE, soak.lateAnswersSent());
        assertThat(soak.lateAnswersSent()).isBetween(1L, soak.played("late"));
    }

    @Test
    void shouldAnswerTheHostWhenItSpeaksFirst() {
        assertThat(samples(SampleKind.UNSOLICITED)).isEqualTo(soak.played("speak first"));
        assertThat(soak.host.ownRequestsAnswered()).isEqualTo(soak.played("speak first"));
    }

    @Test
    void shouldKeepNothingWhenFailuresGoOnAndOn() {
        long failures = soak.late.faults() - soak.early.faults();
        JvmReading early = soak.early.jmeter();
        JvmReading late = soak.late.jmeter();

        assertThat(late.liveObjectsOfOurs() - early.liveObjectsOfOurs())
                .isLessThan(failures / 2 + objectsOfRememberedRequests(failures));
        assertThat(late.liveBytes() - early.liveBytes()).isLessThan(failures * BYTES_OF_A_FAILURE);
    }

    /** A connection remembers a request without an answer for some minutes and no longer. */
    private static long objectsOfRememberedRequests(long failures) {
        long lost = failures * Soak.LOSING.size() / Soak.FAULTS.size();
        return Soak.TERMINALS + OBJECTS_OF_A_REQUEST * Math.min(lost, MOST_LOST_IN_A_MINUTE);
    }

    /** A leak by a single kind of fault shows. */
    @Test
    void shouldKeepNoFileOpenWhenFailuresGoOnAndOn() {
        assumeTrue(soak.early.jmeter().openFiles().isPresent(), "the system does not tell a process's open files");
        long failuresOfAKind = (soak.late.faults() - soak.early.faults()) / Soak.FAULTS.size();

        assertThat(soak.late.jmeter().openFiles().getAsLong()
                        - soak.early.jmeter().openFiles().getAsLong())
                .isLessThan(failuresOfAKind / 2);
    }
}
