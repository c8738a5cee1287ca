package io.github.isostress.jmeter.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.jmeter.engine.RemoteJMeterEngineImpl;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.LoggerFactory;

/** An assignment that comes to this JVM, as it does to an agent with the plan. */
final class ArrivedAssignment {
    /** The property in which JMeter keeps how the controller calls the agent. */
    static final String OWN_HOST = "__jm.D_TG";

    private ArrivedAssignment() {}

    /** What an agent has once this is sent to it. */
    static Object arrive(Serializable sent) throws IOException, ClassNotFoundException {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes(sent)))) {
            return stream.readObject();
        }
    }

    static byte[] bytes(Serializable sent) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(sent);
        }
        return bytes.toByteArray();
    }

    /** What JMeter says when it begins the run whose plan came in this thread. */
    static void begin() {
        LoggerFactory.getLogger(RemoteJMeterEngineImpl.class).info("Running test");
    }

    /** This JVM is the agent of this name, and its run has begun. */
    static void begin(String host, Assignment assignment) throws IOException, ClassNotFoundException {
        JMeterUtils.setProperty(OWN_HOST, host);
        arrive(assignment);
        begin();
    }

    /** The run is over, and this JVM is no agent. */
    static void forget() {
        AssignedRun.end();
        JMeterUtils.getJMeterProperties().remove(OWN_HOST);
    }
}
