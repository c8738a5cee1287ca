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
 * Hears what one of JMeter's engines says in its log, in the engine's thread and before it does the next thing: it tells
 * nobody else. Stateless.
 */
final class EngineLog {
    private EngineLog() {}

    /**
     * Has this one hear each line of a class from now on. Where the log shows warnings alone, it shows the few lines of
     * this class besides. Where JMeter logs by another library than its own, nothing is heard; the log says so.
     */
    static void hear(Class<?> speaker, Consumer<String> listener) {
        try {
            Logger log = (Logger) LogManager.getLogger(speaker);
            Ear ear = new Ear(log.getName(), listener);
            ear.start();
            log.addAppender(ear);
            // Else its lines are not shown any more, since log4j takes this from the root, where it says nothing.
            log.setAdditive(true);
            if (!log.isInfoEnabled()) {
                // By its name, since javac warns of an annotation of the type of levels that log4j does not ship.
                MethodUtils.invokeStaticMethod(Configurator.class, "setLevel", log.getName(), "INFO");
            }
        } catch (LinkageError | ClassCastException | ReflectiveOperationException e) {
            LoggerFactory.getLogger(EngineLog.class)
                    .info("What controllers and agents do is not followed, since JMeter logs by another library");
        }
    }

    private static final class Ear extends AbstractAppender {
        private final Consumer<String> listener;

        Ear(String name, Consumer<String> listener) {
            super("iso8583-hears-" + name, null, null, true, Property.EMPTY_ARRAY);
            this.listener = listener;
        }

        @Override
        public void append(LogEvent event) {
            listener.accept(event.getMessage().getFormattedMessage());
        }
    }
}
