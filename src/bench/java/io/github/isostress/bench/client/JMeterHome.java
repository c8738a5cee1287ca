package io.github.isostress.bench.client;

import io.github.isostress.bench.process.Installation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.util.JMeterUtils;

/** The settings of the installed JMeter, for a JVM that uses its classes without its command line. */
final class JMeterHome {
    private JMeterHome() {}

    /** Reads them. */
    static void open() throws IOException {
        Path bin = Installation.HOME.resolve("bin");
        JMeterUtils.setJMeterHome(Installation.HOME.toString());
        JMeterUtils.loadJMeterProperties(bin.resolve("jmeter.properties").toString());
        try (Reader user = Files.newBufferedReader(bin.resolve("user.properties"))) {
            JMeterUtils.getJMeterProperties().load(user);
        }
        JMeterUtils.setLocale(Locale.ENGLISH);
        System.setProperty(JMeter.JMETER_NON_GUI, "true");
    }
}
