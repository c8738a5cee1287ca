package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.ConnectionPlace;
import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.exchange.Conversation;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.TestHosts;
import org.junit.jupiter.api.Test;

/** How a link gets its connections. */
class LinkOpenerTest {
    /** Places are counted over a whole run, and 2^31 links later by negative numbers. */
    @Test
    void shouldStillTakeTurnsWhenThePlaceIsNegative() throws Exception {
        TestLinks.Owner owner = new TestLinks.Owner();
        try (EmbeddedHost host = TestHosts.plain("binary2", "iso87ascii")) {
            LinkPlan three = TestLinks.plain(host, 3);
            LinkOpener opener = new LinkOpener(
                    new LinkGroup("pool", null),
                    new ConnectionPlace(Integer.MIN_VALUE),
                    connection -> new Conversation(connection, new ReplacedKeys()));

            opener.open(three.settings(), owner, new Interruption(), System.nanoTime(), "first")
                    .close();
        }

        assertThat(owner.events).hasAtLeastOneElementOfType(LinkEvent.Connected.class);
    }
}
