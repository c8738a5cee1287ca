package io.github.isostress.link;

/** There is no connection to send a request on; the event tells why, and stands for the request. */
public final class LinkNotOpened extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LinkEvent event;

    LinkNotOpened(LinkEvent event) {
        this.event = event;
    }

    /** What happened last. */
    public LinkEvent event() {
        return event;
    }
}
