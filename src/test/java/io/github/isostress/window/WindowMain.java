package io.github.isostress.window;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.apache.jmeter.JMeter;

/** The JVM that has the window: JMeter as its own main class starts it, then scenarios as they are called for. */
final class WindowMain {
    /** JMeter's log, in the folder where it runs. */
    static final String LOG = "jmeter.log";

    private WindowMain() {}

    /** Arguments: the look, and the port where the scenarios come from. */
    public static void main(String[] arguments) {
        try {
            Look look = Look.valueOf(arguments[0]);
            look.choose();
            new JMeter().start(new String[] {
                "-Jlanguage=en",
                // Plans of the source tree are opened here: nothing is written to them, nor beside them.
                "-Jsave_automatically_before_run=false",
                "-Jjmeter.gui.action.save.backup_on_save=false"
            });
            serve(new JMeterGui(look, new JMeterLog(Path.of(LOG))), Integer.parseInt(arguments[1]));
        } catch (Throwable e) {
            e.printStackTrace();
        }
        // JMeter would ask whether to save the plan.
        Runtime.getRuntime().halt(0);
    }

    private static void serve(JMeterGui jmeter, int port) throws IOException, ClassNotFoundException {
        try (Socket link = new Socket(InetAddress.getLoopbackAddress(), port);
                ObjectOutputStream replies = new ObjectOutputStream(link.getOutputStream());
                ObjectInputStream calls = new ObjectInputStream(link.getInputStream())) {
            while (true) {
                Call call = (Call) calls.readObject();
                replies.writeObject(play(call, jmeter));
                replies.flush();
            }
        } catch (EOFException e) {
            System.out.println("No more scenarios");
        }
    }

    private static Reply play(Call call, JMeterGui jmeter) {
        Throwable failure = null;
        try {
            jmeter.tidy();
            call.play(jmeter);
            jmeter.assertNothingLogged();
        } catch (InvocationTargetException e) {
            failure = e.getCause();
        } catch (Throwable e) {
            failure = e;
        }
        if (failure != null) {
            failure.addSuppressed(jmeter.circumstances(call.name()));
            failure = Reply.sendable(failure);
        }
        return new Reply(failure, jmeter.takeNotes());
    }
}
