package io.github.isostress.jmeter.agent;

import java.io.ObjectInputFilter;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.server.RemoteObject;
import java.util.function.Consumer;

/** A controller's desk, which agents can reach. It takes bytes alone. Thread-safe. */
public final class OpenDesk implements ReportDesk, AutoCloseable {
    private final Consumer<byte[]> reports;

    private OpenDesk(Consumer<byte[]> reports) {
        this.reports = reports;
    }

    /**
     * Opens a desk.
     *
     * @param reports takes each report, on threads of RMI; refuses it by IllegalArgumentException with one clear sentence
     * @throws RemoteException if this machine cannot be reached by RMI
     */
    public static OpenDesk open(Consumer<byte[]> reports) throws RemoteException {
        OpenDesk desk = new OpenDesk(reports);
        ReachableByAgents.open(desk, OpenDesk::filtered);
        return desk;
    }

    /** Of a call, only an array of bytes is read. */
    private static ObjectInputFilter.Status filtered(ObjectInputFilter.FilterInfo info) {
        boolean isReport =
                (info.serialClass() == null || info.serialClass() == byte[].class) && info.arrayLength() <= MOST_BYTES;
        return isReport ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }

    /** What agents are given to reach it. */
    public ReportDesk stub() throws NoSuchObjectException {
        return (ReportDesk) RemoteObject.toStub(this);
    }

    @Override
    public void handIn(byte[] report) {
        reports.accept(report);
    }

    /** From now on agents find it closed. */
    @Override
    public void close() {
        ReachableByAgents.close(this);
    }
}
