package io.github.isostress.link;

/** There is no connection to send a request on. The event says why, and is reported in the place of the request. */
public final class LinkNotOpened extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LinkEvent event;

    LinkNotOpened(LinkEvent event) {
        this.event = event;
    }

    public LinkEvent event() {
        return event;
    }
}
