package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The end of a connection is told, once. */
class LinkEndingTest {
    private final TestLinks.Owner owner = new TestLinks.Owner();
    private final Interruption interruption = new Interruption();

    private List<LinkEvent.Closed> ends() {
        return owner.events.stream()
                .filter(LinkEvent.Closed.class::isInstance)
                .map(LinkEvent.Closed.class::cast)
                .toList();
    }

    private Link link(RunLinks run) throws Exception {
        return run.source("switch", new Keep.ForThread(), 0, Optional.empty()).take(owner, interruption);
    }

    @Test
    void shouldTellOfEachEndOnceWhenWeCloseAndOpenAgain() throws Exception {
        try (EmbeddedHost host = TestHosts.plain("binary2", "iso87ascii");
                RunLinks run = new RunLinks()) {
            Link link = link(run);
            for (int i = 0; i < 2; i++) {
                link.open(TestLinks.plain(host), owner, interruption);
                link.close("the story goes on");
            }

            assertThat(ends()).hasSize(2).allSatisfy(end -> {
                assertThat(end.isBroken()).isFalse();
                assertThat(end.endNanos() - end.startNanos()).isPositive();
                assertThat(end.connection().times().endpoint()).hasToString("127.0.0.1:" + host.port());
            });
        }
    }

    @Test
    void shouldTellThatItWasBrokenWhenTheHostHasHungUp() throws Exception {
        try (ScriptedPeer peer =
                        ScriptedPeer.playingInTurn(List.of(List.of(Step.read(0)), List.of(Step.staySilent())));
                RunLinks run = new RunLinks()) {
            LinkPlan plan = TestLinks.plain(peer.port(), "binary2");
            Link link = link(run);
            link.open(plan, owner, interruption);
            Await.until("the end is noticed", () -> link.standing().connection().closedWhileIdle());
            link.open(plan, owner, interruption);

            assertThat(ends())
                    .singleElement()
                    .satisfies(end -> assertThat(end.isBroken()).isTrue());
        }
    }
}
