package io.github.isostress.it.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A catalogue of plugins on this machine: the build's entry, with an earlier version beside it, and the jars that both name.
 * The earlier version is the same plugin under its name, with an earlier library.
 */
final class Catalogue implements AutoCloseable {
    /** The earlier version, and its only library. */
    static final String EARLIER_VERSION = "0.1.0";

    static final String EARLIER_LIBRARY = "jpos-2.1.9.jar";

    private final PluginsManagerEntry entry = new PluginsManagerEntry();
    private final Map<String, Path> jars = new HashMap<>();
    private final HttpServer server;

    Catalogue() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        offer();
        offerEarlier();
        server.createContext("/", this::answer);
        server.start();
    }

    private void offer() throws IOException {
        for (Path library : LaidOutHome.libraryJars()) {
            address(library.getFileName().toString(), library);
        }
        ObjectNode version = entry.ofVersion();
        version.put("downloadUrl", address(jarOfVersion(entry.version()), LaidOutHome.pluginJar()));
        ObjectNode libraries = version.withObject("/libs");
        libraries
                .fieldNames()
                .forEachRemaining(
                        name -> libraries.put(name, here(libraries.get(name).asText())));
    }

    private void offerEarlier() throws IOException {
        ObjectNode earlier = entry.entry().withObject("/versions").putObject(EARLIER_VERSION);
        earlier.put("downloadUrl", address(jarOfVersion(EARLIER_VERSION), LaidOutHome.pluginJar()));
        earlier.putObject("libs")
                .put(
                        "jpos>=2.1.9",
                        address(EARLIER_LIBRARY, LaidOutHome.libraryJars("jpos").get(0)));
    }

    private String address(String name, Path jar) {
        jars.put(name, jar);
        return here(name);
    }

    private String here(String address) {
        return address() + "/" + address.substring(address.lastIndexOf('/') + 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Path jar = jars.get(exchange.getRequestURI().getPath().substring(1));
        byte[] content =
                jar == null ? entry.entries().toString().getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(jar);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    /** The name of the plugin's jar. */
    static String jarOfVersion(String version) {
        return "jmeter-iso-stress-" + version + ".jar";
    }

    /** What the manager asks for the entries. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The id of the plugin. */
    String plugin() {
        return entry.id();
    }

    /** The version that the build makes. */
    String version() {
        return entry.version();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
