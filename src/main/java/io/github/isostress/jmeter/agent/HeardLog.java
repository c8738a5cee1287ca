package io.github.isostress.jmeter.agent;

import java.util.function.Consumer;
import org.apache.commons.lang3.reflect.MethodUtils;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.slf4j.LoggerFactory;

/**
 * Hears what JMeter says in its log and tells nobody else: in the thread of the class that says it, and before that does
 * the next thing. Where JMeter logs by another library than its own, nothing is heard. Thread-safe.
 */
final class HeardLog implements AutoCloseable {
    private final Runnable end;

    /**
     * What was said.
     *
     * @param speaker the name of the class that says it
     * @param text without the exception
     * @param isOfException whether it comes with an exception
     */
    record Line(String speaker, String text, boolean isOfException) {}

    private HeardLog(Runnable end) {
        this.end = end;
    }

    /**
     * Hears the warnings and errors of the classes of a package, as far as the log shows them.
     *
     * @param listener called by any thread; must not log by what it hears
     * @param without what goes without if nothing is heard: the log says so
     */
    static HeardLog ofPackage(String speakers, Consumer<Line> listener, String without) {
        return hear(without, () -> Ear.at(speakers, listener));
    }

    /**
     * Hears each line of a class. Where the log shows warnings alone, it shows the few lines of this class besides.
     *
     * @param listener called by any thread; must not log by what it hears
     * @param without what goes without if nothing is heard: the log says so
     */
    static HeardLog ofClass(Class<?> speaker, Consumer<Line> listener, String without) {
        return hear(without, () -> Ear.atQuiet(speaker.getName(), listener));
    }

    private interface Beginning {
        /** Gives its end. */
        Runnable begin() throws ReflectiveOperationException;
    }

    private static HeardLog hear(String without, Beginning beginning) {
        try {
            return new HeardLog(beginning.begin());
        } catch (LinkageError | ClassCastException | ReflectiveOperationException e) {
            LoggerFactory.getLogger(HeardLog.class).info("{}, since JMeter logs by another library", without);
            return new HeardLog(() -> {});
        }
    }

    /** Hears no more. */
    @Override
    public void close() {
        end.run();
    }

    /** Apart, and named in no type of the class around it: that one is there without log4j, too. */
    private static final class Ear extends AbstractAppender {
        private final Logger log;
        private final Consumer<Line> listener;

        private Ear(Logger log, Consumer<Line> listener) {
            super("iso8583-hears-" + log.getName(), null, null, true, Property.EMPTY_ARRAY);
            this.log = log;
            this.listener = listener;
        }

        static Runnable at(String speaker, Consumer<Line> listener) {
            return opened(speaker, listener)::close;
        }

        static Runnable atQuiet(String speaker, Consumer<Line> listener) throws ReflectiveOperationException {
            Ear ear = opened(speaker, listener);
            if (!ear.log.isInfoEnabled()) {
                // By its name, since javac warns of an annotation of the type of levels that log4j does not ship.
                MethodUtils.invokeStaticMethod(Configurator.class, "setLevel", ear.log.getName(), "INFO");
            }
            return ear::close;
        }

        private static Ear opened(String speaker, Consumer<Line> listener) {
            Ear ear = new Ear((Logger) LogManager.getLogger(speaker), listener);
            ear.start();
            ear.log.addAppender(ear);
            // Else its lines are not shown any more, since log4j takes this from the root, where it says nothing.
            ear.log.setAdditive(true);
            return ear;
        }

        @Override
        public void append(LogEvent event) {
            listener.accept(new Line(
                    event.getLoggerName(), event.getMessage().getFormattedMessage(), event.getThrown() != null));
        }

        private void close() {
            log.removeAppender(this);
            stop();
        }
    }
}
