package io.github.isostress.jmeter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is heard of JMeter's log, and how a JMeter is borne that logs otherwise. */
class HeardLogTest {
    private final List<HeardLog.Line> heard = new CopyOnWriteArrayList<>();

    private static final class Speaker {
        static void say(String line) {
            LoggerFactory.getLogger(Speaker.class).info("It {}", line);
        }
    }

    /** Loads the class anew, where log4j's own classes are missing, as beside another library for logs. */
    private static final class WithoutLog4j extends URLClassLoader {
        WithoutLog4j() {
            super(
                    new URL[] {
                        HeardLog.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    HeardLog.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.logging.log4j.core.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(HeardLog.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Test
    void shouldHearEachLineOfAClassWhenTheLogShowsWarningsAlone() {
        try (HeardLog log = HeardLog.ofClass(Speaker.class, heard::add, "Nothing")) {
            assertThat(log).isNotNull();
            Speaker.say("begins");
        }
        Speaker.say("goes on");

        assertThat(heard).containsExactly(new HeardLog.Line(Speaker.class.getName(), "It begins", false));
    }

    @Test
    void shouldHearExceptionsOfAPackageWhenOneOfItsClassesTellsOfThem() {
        try (HeardLog log = HeardLog.ofPackage("org.example.senders", heard::add, "Nothing")) {
            assertThat(log).isNotNull();
            LoggerFactory.getLogger("org.example.senders.Sender").error("Not sent", new IllegalStateException());
            Speaker.say("sends");
        }

        assertThat(heard).containsExactly(new HeardLog.Line("org.example.senders.Sender", "Not sent", true));
    }

    @Test
    void shouldHearNothingAndGoOnWhenJMeterLogsByAnotherLibrary() throws Exception {
        try (WithoutLog4j loader = new WithoutLog4j()) {
            Class<?> alone = loader.loadClass(HeardLog.class.getName());
            assertThat(alone).isNotSameAs(HeardLog.class);
            Consumer<Object> listener = line -> heard.add(new HeardLog.Line("", line.toString(), false));
            Method ofClass = alone.getDeclaredMethod("ofClass", Class.class, Consumer.class, String.class);
            Method ofPackage = alone.getDeclaredMethod("ofPackage", String.class, Consumer.class, String.class);
            ofClass.setAccessible(true);
            ofPackage.setAccessible(true);

            try (AutoCloseable one = (AutoCloseable) ofClass.invoke(null, Speaker.class, listener, "One");
                    AutoCloseable all = (AutoCloseable) ofPackage.invoke(null, "io.github", listener, "All")) {
                assertThat(one).isNotSameAs(all);
                Speaker.say("begins");
            }
        }

        assertThat(heard).isEmpty();
    }
}
