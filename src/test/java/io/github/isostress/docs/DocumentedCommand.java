package io.github.isostress.docs;

import java.util.Arrays;
import java.util.List;

/** The blocks of commands on the pages that {@link DocumentedCommandsIT} runs, and those that it does not. */
enum DocumentedCommand {
    STRESS("README.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -n -t jmx-examples/stress.jmx"),
    RUN_BY_OPTIONS("README.md", "java -jar target/jmeter/lib/ext/jmeter-iso-stress-0.2.0.jar run"),
    RUN_WITHOUT_PLAN("command-line.md", "java -jar <jmeter>/lib/ext/jmeter-iso-stress-0.2.0.jar run --config"),
    MIGRATION("migration.md", "java -jar <jmeter>/lib/ext/jmeter-iso-stress-0.2.0.jar migrate"),
    TERMINALS("examples.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -n -t jmx-examples/terminals.jmx"),
    INSTALL("README.md", "cp -r lib-ext/*.jar"),
    INSTALL_AGAIN("install.md", "cp -r lib-ext/*.jar"),
    DEMO_CERTIFICATES("install.md", "java -jar <jmeter>/lib/ext/jmeter-iso-stress-<version>.jar certificates"),
    ENCRYPT_KEYS("cryptography.md", "export ISO8583_KEYS_PASSWORD"),
    HOST("host.md", "java -jar target/jmeter/lib/ext/jmeter-iso-stress"),
    SWITCH_BETWEEN("issuer.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -n -t jmx-examples/switch-between.jmx"),
    RESULTS_AS_XML("results.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -n -t jmx-examples/stress.jmx"),
    SUMMARY("results.md", "java -jar target/jmeter/lib/ext/jmeter-iso-stress-0.2.0.jar summary"),
    DASHBOARD("results.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -g"),
    REPORT_PAGE("report.md", "java -jar target/jmeter/lib/ext/jmeter-iso-stress-0.2.0.jar summary"),
    CALIBRATION("verdict.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -n -t jmx-examples/stress.jmx"),
    GATES("verdict.md", "java -jar target/jmeter/lib/ext/jmeter-iso-stress-0.2.0.jar summary"),
    CERTIFICATES("tls.md", "openssl req -x509"),
    PFX("tls.md", "openssl pkcs12"),
    TLS_CLIENT("tls.md", "openssl s_client"),
    AGENT_1("machines.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -s -j agent-1.log"),
    AGENT_2("machines.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -s -j agent-2.log"),
    CONTROLLER("machines.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -n -t jmx-examples/stress.jmx -l plain"),
    AGENT_KEYS("machines.md", "keytool"),
    TLS_AGENT_1("machines.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -s -j tls-agent-1.log"),
    TLS_AGENT_2("machines.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -s -j tls-agent-2.log"),
    TLS_CONTROLLER("machines.md", "java -jar target/jmeter/bin/ApacheJMeter.jar -n -t jmx-examples/stress.jmx -l tls"),

    UNZIP("install.md", "unzip jmeter-iso-stress-<version>.zip", "installs a release, as the tests of releases do"),
    PLUGINS_MANAGER("install.md", "java -Djpgc.repo.address", "installs, as a test does from a catalogue on loopback");

    private final String page;
    private final String beginning;
    private final String whyNot;

    DocumentedCommand(String page, String beginning) {
        this(page, beginning, "");
    }

    DocumentedCommand(String page, String beginning, String whyNot) {
        this.page = page;
        this.beginning = beginning;
        this.whyNot = whyNot;
    }

    /** Those that are run. */
    static List<DocumentedCommand> run() {
        return List.of(values()).stream()
                .filter(command -> command.whyNot.isEmpty())
                .toList();
    }

    boolean is(ShellBlock block) {
        return block.page().file().endsWith(page) && block.text().startsWith(beginning);
    }

    /** The log that an agent writes. */
    String log() {
        return Arrays.asList(text().split("\\s+"))
                .get(Arrays.asList(text().split("\\s+")).indexOf("-j") + 1);
    }

    /** The block as it stands on its page. */
    String text() {
        return ShellBlock.all()
                .filter(this::is)
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " has no block of commands that begins " + beginning))
                .text();
    }
}
