package io.github.isostress.link;

/** A link that is looked after besides the requests on it. Thread-safe. */
interface TendedLink {
    /**
     * Looks after it now: answers what the host has said while it was idle. Returns within milliseconds.
     *
     * @return false if there is no connection to look after
     */
    boolean tend();

    boolean isEchoDue();

    /** Sends the echo if it is still due, and waits for its answer. */
    void echo();

    /** Ends each wait on it, from any thread. */
    void breakOff();
}
