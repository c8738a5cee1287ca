package io.github.isostress.jmeter.command;

import io.github.isostress.jmeter.MissingJar;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        int code = run(List.of(arguments), System.getenv(), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * Runs a command. What tells how to use it is printed where it cannot work, too.
     *
     * @return the exit code
     */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        Optional<InstalledJMeter> jmeter = Optional.empty();
        try {
            Path jar = Path.of(IsoStress.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            jmeter = InstalledJMeter.find(arguments, jar, environment);
            return (int)
                    command(loader(jmeter, jar)).invoke(null, arguments, jmeter.map(InstalledJMeter::folder), out, err);
        } catch (IllegalArgumentException e) {
            return helpOr(e.getMessage(), arguments, out, err);
        } catch (LinkageError e) {
            return helpOr(missing(jmeter, e), arguments, out, err);
        } catch (InvocationTargetException e) {
            return helpOr(
                    e.getCause() instanceof LinkageError missing ? missing(jmeter, missing) : cannotLoad(e),
                    arguments,
                    out,
                    err);
        } catch (IOException | URISyntaxException | ReflectiveOperationException e) {
            return helpOr(cannotLoad(e), arguments, out, err);
        }
    }

    private static String missing(Optional<InstalledJMeter> jmeter, LinkageError e) {
        return jmeter.isEmpty() ? InstalledJMeter.NONE : "This jar cannot work: " + MissingJar.sentence(e);
    }

    private static String cannotLoad(Exception e) {
        return "The commands cannot be loaded: " + e;
    }

    private static int helpOr(String sentence, List<String> arguments, PrintStream out, PrintStream err) {
        Optional<String> help = CommandHelp.asked(arguments);
        help.ifPresent(out::print);
        if (help.isEmpty()) {
            err.println(sentence);
        }
        return help.isPresent() ? 0 : CANNOT;
    }

    /** That of a JMeter, unless its classes are on the class path already, or there is none. */
    private static ClassLoader loader(Optional<InstalledJMeter> jmeter, Path jar) throws IOException {
        ClassLoader own = IsoStress.class.getClassLoader();
        if (jmeter.isEmpty() || InstalledJMeter.isIn(own)) {
            return own;
        }
        return jmeter.get().loader(jar);
    }

    private static Method command(ClassLoader loader) throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(loader);
        return Class.forName(JarCommands.class.getName(), true, loader)
                .getMethod("run", List.class, Optional.class, PrintStream.class, PrintStream.class);
    }
}
