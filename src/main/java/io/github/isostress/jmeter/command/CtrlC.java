package io.github.isostress.jmeter.command;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Has Ctrl+C, and a machine that asks the process to end, do something else than end the JVM. When the JVM ends, JMeter
 * closes its result files at once, before connections have signed off. Java has no name for this that is meant for
 * everybody; where it is missing, Ctrl+C ends the JVM as ever.
 */
final class CtrlC {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private CtrlC() {}

    /** From now on; the work is done on a thread of its own each time. */
    static void does(Runnable work) {
        for (String name : new String[] {"INT", "TERM"}) {
            try {
                handle(name, work);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                // Not known to this system, or taken by an option of Java.
                continue;
            }
        }
    }

    private static void handle(String name, Runnable work) throws ReflectiveOperationException {
        Class<?> signal = Class.forName(SIGNAL);
        Class<?> handler = Class.forName(HANDLER);
        MethodHandle run = MethodHandles.lookup().bind(work, "run", MethodType.methodType(void.class));
        Object handling = MethodHandleProxies.asInterfaceInstance(handler, MethodHandles.dropArguments(run, 0, signal));
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
    }
}
