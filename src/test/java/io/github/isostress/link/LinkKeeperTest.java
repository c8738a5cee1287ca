package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
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

            Await.until("two echoes", () -> owner.performed(RitualKind.ECHO) >= 2);
            assertThat(faulty.standing()).isNull();
        }
    }

    private static Link open(RunLinks run, LinkPlan plan, LinkOwner owner) throws Exception {
        Links links = run.forThread("switch", new Keep.ForThread(), 0, Optional.empty());
        Interruption interruption = new Interruption();
        Link link = links.take(owner, interruption);
        link.open(plan, owner, interruption);
        links.giveBack(link);
        return link;
    }
}
