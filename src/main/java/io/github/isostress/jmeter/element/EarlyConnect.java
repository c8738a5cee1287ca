package io.github.isostress.jmeter.element;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.link.Interruption;
import io.github.isostress.link.LinkNotOpened;

/**
 * A connect before the request that needs it is due. If it fails, that is the outcome of the thread's next request, as
 * if the request had tried it. Used by that thread.
 */
final class EarlyConnect {
    private ThreadConnection connection;
    private LinkNotOpened failure;

    /**
     * Opens a link.
     *
     * @throws FailureException if nothing was tried
     */
    void make(ThreadConnection own, Interruption interruption) throws FailureException {
        connection = own;
        try {
            own.connect(interruption);
        } catch (LinkNotOpened e) {
            failure = e;
        }
    }

    /** Throws the failure that no request has had. */
    void check() throws LinkNotOpened {
        LinkNotOpened untold = failure;
        failure = null;
        if (untold != null) {
            throw untold;
        }
    }

    /** The thread ends: listeners hear of the failure that no request has had. */
    void threadEnds() {
        if (failure != null) {
            connection.origin().happened(failure.event());
            failure = null;
        }
    }
}
