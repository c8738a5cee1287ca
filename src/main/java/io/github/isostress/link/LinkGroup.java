package io.github.isostress.link;

import io.github.isostress.connect.ConnectionPlace;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the links of one name share in a run: turns at hosts and local addresses, and the pace of connects. Thread-safe.
 */
final class LinkGroup {
    private final String name;
    private final LinkKeeper keeper;
    private final ConnectPace pace = new ConnectPace();
    private final AtomicInteger links = new AtomicInteger();

    LinkGroup(String name, LinkKeeper keeper) {
        this.name = name;
        this.keeper = keeper;
    }

    Link link() {
        return new Link(this, place());
    }

    /** The place of one more link. */
    ConnectionPlace place() {
        return new ConnectionPlace(links.getAndIncrement());
    }

    String name() {
        return name;
    }

    ConnectPace pace() {
        return pace;
    }

    LinkKeeper keeper() {
        return keeper;
    }
}
