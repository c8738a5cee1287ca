package io.github.isostress.jmeter.element;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.link.Interruption;
import org.apache.jorphan.util.JMeterStopTestException;
import org.apache.jorphan.util.JMeterStopTestNowException;
import org.apache.jorphan.util.JMeterStopThreadException;

/**
 * What one thread's request can do before it is due: its properties are read, its template is compiled, and the
 * thread's connection is open.
 * Used by that thread.
 */
final class RequestPreparation {
    private boolean tried;

    /**
     * Makes the request ready, at the first call. Ends early if JMeter stops the thread. Whatever goes wrong is told by
     * the sample, which fails likewise.
     */
    void make(Iso8583Request request, Iso8583Connection connection, Interruption interruption) {
        if (tried || connection == null) {
            return;
        }
        tried = true;
        interruption.begin();
        StopNotice stop = StopNotice.toThisThread(interruption);
        try {
            open(request, connection, interruption);
        } catch (JMeterStopThreadException | JMeterStopTestException | JMeterStopTestNowException e) {
            throw e;
        } catch (FailureException | RuntimeException | Error e) {
            // The sample meets it again.
        } finally {
            stop.forget();
            interruption.end();
        }
    }

    private static void open(Iso8583Request request, Iso8583Connection connection, Interruption interruption)
            throws FailureException {
        RunContext run = CurrentRun.context();
        run.check();
        ThreadConnection own = connection.threadConnection(run);
        request.prepareNext(own, run);
        connection.earlyConnect().make(own, interruption);
    }
}
