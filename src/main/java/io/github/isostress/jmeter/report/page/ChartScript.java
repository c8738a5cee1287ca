package io.github.isostress.jmeter.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * uPlot, the script that draws the charts of a page: its files in the jar beside ours, which is a WebJar. Its version
 * is in their path, and written in the jar.
 */
final class ChartScript {
    private static final String VERSION = "META-INF/maven/org.webjars.npm/uplot/pom.properties";
    private static final String FILES = "META-INF/resources/webjars/uplot/%s/%s";

    private ChartScript() {}

    static String script() throws IOException {
        return file("dist/uPlot.iife.min.js");
    }

    static String style() throws IOException {
        return file("dist/uPlot.min.css");
    }

    static String licence() throws IOException {
        return file("LICENSE");
    }

    private static String file(String name) throws IOException {
        Properties jar = new Properties();
        try (InputStream properties = open(VERSION)) {
            jar.load(properties);
        }
        try (InputStream file = open(String.format(FILES, jar.getProperty("version"), name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = ChartScript.class.getClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("the jar of uPlot is not beside the plugin's (" + resource
                    + "): is each of the plugin's jars in JMeter's lib/ext, lib/ext/iso-stress or lib?");
        }
        return stream;
    }
}
