package io.github.isostress.health.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of Linux's own files. */
class LinuxFactsTest {
    private static final EphemeralPorts.Range RANGE = EphemeralPorts.Range.of("32768\t60999\n");

    @Test
    void shouldTellBusyFromStolenAndIdleWhenTwoMomentsAreCompared() {
        CpuTimes before = CpuTimes.ofStat("cpu  100 0 50 800 20 0 10 20 5 0\ncpu0 1 2 3\ncpu1 1 2 3\nintr 1\n");
        CpuTimes after = CpuTimes.ofStat("cpu  160 0 60 810 30 0 10 30 9 0\ncpu0 1 2 3\ncpu1 1 2 3\nintr 1\n");

        assertThat(after.busySince(before)).isCloseTo(0.7, within(1e-9));
        assertThat(after.stolenSince(before)).isCloseTo(0.1, within(1e-9));
        assertThat(after.cores()).isEqualTo(2);
    }

    @Test
    void shouldCountRunnableThreadsWhenTheLoadIsRead() {
        assertThat(RunQueue.runnable("0.20 0.18 0.12 7/380 11206\n")).isEqualTo(7);
    }

    @Test
    void shouldCountPortsForEachPeerWhenASocketTableIsRead() {
        String table = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n"
                + "   0: 0100007F:8000 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0\n"
                + "   1: 0100007F:8001 0100007F:1388 01 00000000:00000000 00:00000000 00000000     0\n"
                + "   2: 0100007F:8002 0100007F:1388 06 00000000:00000000 00:00000000 00000000     0\n"
                + "   3: 0100007F:1388 0100007F:8001 01 00000000:00000000 00:00000000 00000000     0\n"
                + "   4: 0100007F:8003 0100007F:1389 01 00000000:00000000 00:00000000 00000000     0\n";
        Map<String, Integer> byPeer = new HashMap<>();

        EphemeralPorts.count(table, RANGE, byPeer);

        assertThat(byPeer).containsOnly(Map.entry("0100007F:1388", 2), Map.entry("0100007F:1389", 1));
    }

    @Test
    void shouldCountPortsWhenAddressesAreLong() {
        Map<String, Integer> byPeer = new HashMap<>();

        EphemeralPorts.count(
                "  sl  local_address remote_address st\n"
                        + "   0: 0000000000000000FFFF00000100007F:9C40 0000000000000000FFFF00000100007F:1388 01 0:0\n",
                RANGE,
                byPeer);

        assertThat(byPeer).containsOnly(Map.entry("0000000000000000FFFF00000100007F:1388", 1));
    }

    @Test
    void shouldKnowTheCoresOfAContainerWhenItHasALimit() {
        assertThat(ContainerLimit.cores("150000 100000\n")).isEqualTo(1.5);
        assertThat(ContainerLimit.cores("max 100000\n")).isNaN();
        assertThat(ContainerLimit.Usage.of(
                        "usage_usec 2500000\nuser_usec 1\nnr_periods 5\nnr_throttled 2\nthrottled_usec 500000\n"))
                .isEqualTo(new ContainerLimit.Usage(2.5, 0.5));
    }

    @Test
    void shouldReadAFileAnewWhenItIsReadAgain() {
        try (ProcFile here = ProcFile.at("target/classes/META-INF/LICENSE").orElseThrow()) {
            String first = here.text().orElseThrow();

            assertThat(first).isNotEmpty();
            assertThat(here.text()).contains(first);
        }
        assertThat(ProcFile.at("/proc/none/such")).isEmpty();
    }
}
