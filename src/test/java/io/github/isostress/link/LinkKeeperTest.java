package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Links that are looked after while they are idle. */
class LinkKeeperTest {
    private static final class Faulty implements LinkOwner {
        @Override
        public void happened(LinkEvent event) {
            // Only the lending fails.
        }

        @Override
        public void lendVariables(Runnable work) {
            throw new IllegalStateException("nothing to lend");
        }
    }

    @Test
    void shouldGoOnLookingAfterAllOthersWhenOneLinksOwnerFails() throws Exception {
        try (EmbeddedHost talkative = TestHosts.ruled("binary2", "iso87ascii", "on connect : speak first");
                EmbeddedHost host = TestHosts.plain("binary2", "iso87ascii");
                RunLinks run = new RunLinks()) {
            TestLinks.Owner owner = new TestLinks.Owner();
            Link faulty = open(run, TestLinks.echoing(talkative), new Faulty());
            open(run, TestLinks.echoing(host), owner);

            Await.until("two echoes", () -> owner.performed(SessionMessageKind.ECHO) >= 2);
            Await.until("the other link is given up", () -> faulty.standing() == null);
        }
    }

    /** As long as no sample wants the link, its keeper alone reads what comes. */
    @Test
    void shouldSendPollsBackWhenTheLinkIsIdle() throws Exception {
        byte[] poll = {0, 0};
        try (ScriptedPeer peer = ScriptedPeer.playing(
                        Step.send(poll), Step.read(2), Step.send(poll), Step.read(2), Step.staySilent());
                RunLinks run = new RunLinks()) {
            Link link = open(run, TestLinks.plain(peer.port(), "binary2-inclusive"), new TestLinks.Owner());

            Await.until("two polls are back", () -> peer.received().length == 4);
            assertThat(peer.received()).containsOnly(0);
            assertThat(link.standing()).isNotNull();
        }
    }

    @Test
    void shouldSayWhichPollsCameWhenTheHostHungUpOnAnIdleLink() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playingInTurn(
                        List.of(List.of(Step.send(new byte[] {0, 0})), List.of(Step.staySilent())));
                RunLinks run = new RunLinks()) {
            TestLinks.Owner owner = new TestLinks.Owner();
            LinkPlan plan = TestLinks.plain(peer.port(), "binary2");
            Link link = open(run, plan, owner);
            Await.until("the end is noticed", () -> {
                reopen(link, plan, owner);
                return peer.connections() == 2;
            });

            assertThat(owner.events)
                    .last()
                    .isInstanceOfSatisfying(
                            LinkEvent.Connected.class,
                            connected -> assertThat(connected.reason())
                                    .startsWith("the connection was given up since the host had closed it while it was"
                                            + " idle; 1 zero-length poll came before, "));
        }
    }

    private static void reopen(Link link, LinkPlan plan, LinkOwner owner) {
        Interruption interruption = new Interruption();
        try {
            link.use().enter(interruption);
            try {
                link.open(plan, owner, interruption);
            } finally {
                link.use().leave();
            }
        } catch (LinkNotOpened | FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Link open(RunLinks run, LinkPlan plan, LinkOwner owner) throws Exception {
        LinkSource links = run.source("switch", new Keep.ForThread(), 0, Optional.empty());
        Interruption interruption = new Interruption();
        Link link = links.take(owner, interruption);
        link.open(plan, owner, interruption);
        links.giveBack(link);
        return link;
    }
}
