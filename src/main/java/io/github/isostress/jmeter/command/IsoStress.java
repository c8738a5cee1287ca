package io.github.isostress.jmeter.command;

import io.github.isostress.jmeter.MissingJar;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The main class of the plugin's jar: {@code java -jar jmeter-iso-stress-<version>.jar --help} tells its commands. Most of
 * them need JMeter's classes, which this jar does not name: they run with those of the JMeter that is found.
 */
public final class IsoStress {
    private static final int CANNOT = 2;

    private IsoStress() {}

    /**
     * Runs a command; exits with its code unless that is 0.
     *
     * @param arguments {@code --help} tells them
     */
    public static void main(String[] arguments) {
        int code = run(List.of(arguments));
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(List<String> arguments) {
        Optional<InstalledJMeter> jmeter = Optional.empty();
        try {
            Path jar = Path.of(IsoStress.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            jmeter = InstalledJMeter.find(arguments, jar, System.getenv());
            return run(arguments, jmeter.map(InstalledJMeter::folder), loader(jmeter, jar));
        } catch (IllegalArgumentException e) {
            return cannot(e.getMessage());
        } catch (LinkageError e) {
            return cannot(jmeter.isEmpty() ? InstalledJMeter.NONE : "This jar cannot work: " + MissingJar.sentence(e));
        } catch (IOException | URISyntaxException | ReflectiveOperationException e) {
            return cannot("The commands cannot be loaded: " + e);
        }
    }

    private static int cannot(String sentence) {
        System.err.println(sentence);
        return CANNOT;
    }

    /** That of a JMeter, unless its classes are on the class path already, or there is none. */
    private static ClassLoader loader(Optional<InstalledJMeter> jmeter, Path jar) throws IOException {
        ClassLoader own = IsoStress.class.getClassLoader();
        if (jmeter.isEmpty() || InstalledJMeter.isIn(own)) {
            return own;
        }
        return jmeter.get().loader(jar);
    }

    private static int run(List<String> arguments, Optional<Path> jmeter, ClassLoader loader)
            throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return (int) Class.forName(JarCommands.class.getName(), true, loader)
                    .getMethod("run", List.class, Optional.class, PrintStream.class, PrintStream.class)
                    .invoke(null, arguments, jmeter, System.out, System.err);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError missing) {
                throw missing;
            }
            throw e;
        }
    }
}
