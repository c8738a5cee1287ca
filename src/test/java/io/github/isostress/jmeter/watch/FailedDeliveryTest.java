package io.github.isostress.jmeter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.condition.Counted;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import java.io.Serializable;
import java.rmi.ConnectIOException;
import java.rmi.RemoteException;
import java.util.List;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.jmeter.samplers.RemoteListenerWrapper;
import org.apache.jmeter.samplers.RemoteSampleListener;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agent knows of samples that its controller does not get. */
@ExtendWith(JMeterEnvironment.class)
class FailedDeliveryTest {
    /** A controller that has gone. */
    private static final class Gone implements RemoteSampleListener, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public void testStarted() throws RemoteException {
            refuse();
        }

        @Override
        public void testStarted(String host) throws RemoteException {
            refuse();
        }

        @Override
        public void testEnded() throws RemoteException {
            refuse();
        }

        @Override
        public void testEnded(String host) throws RemoteException {
            refuse();
        }

        @Override
        public void processBatch(List<SampleEvent> samples) throws RemoteException {
            refuse();
        }

        @Override
        public void sampleOccurred(SampleEvent event) throws RemoteException {
            refuse();
        }

        @Override
        public void sampleStarted(SampleEvent event) throws RemoteException {
            refuse();
        }

        @Override
        public void sampleStopped(SampleEvent event) throws RemoteException {
            refuse();
        }

        private static void refuse() throws RemoteException {
            throw new ConnectIOException("the controller has gone");
        }
    }

    /** A listener as an agent gets it: JMeter's own sender, which sends each two samples. */
    private static RemoteListenerWrapper listener() {
        JMeterUtils.setProperty("num_sample_threshold", "2");
        try {
            return SerializationUtils.clone(new RemoteListenerWrapper(new Gone()));
        } finally {
            JMeterUtils.getJMeterProperties().remove("num_sample_threshold");
        }
    }

    private static void hear(RemoteListenerWrapper listener, int samples) {
        for (int i = 0; i < samples; i++) {
            listener.sampleOccurred(new SampleEvent(new SampleResult(), "workers"));
        }
    }

    @Test
    void shouldCountEachDeliveryThatFailedWhenTheControllerHasGone() {
        RunContext run = CurrentRun.context();
        CurrentRun.begin();

        hear(listener(), 5);
        long counted = run.watch().load().of(Counted.SAMPLES_DROPPED);
        CurrentRun.end();
        hear(listener(), 2);

        // The sender's first delivery is of one sample.
        assertThat(counted).isEqualTo(3);
        assertThat(run.watch().load().of(Counted.SAMPLES_DROPPED)).isEqualTo(3);
    }
}
