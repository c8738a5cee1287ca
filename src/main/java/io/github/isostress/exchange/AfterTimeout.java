package io.github.isostress.exchange;

/** Whether a connection stays open on which a request had no answer in time. */
public enum AfterTimeout {
    /**
     * It stays open where a late answer can be told apart from the answers to later requests: messages are decoded, the
     * request has a key element, and nothing of a frame is pending. Elsewhere it is closed.
     */
    KEEP,
    /** It is closed. */
    CLOSE
}
