package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.gate.Gates;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.pace.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files by which other programs start JMeter, read and held against the plan and the settings that they name. */
class LaunchersTest {
    private static final Path TAURUS = Page.inProject("jmx-examples/taurus.yml");
    private static final Path KUBERNETES = Page.inProject("src/docs/kubernetes/agents.yaml");
    private static final String EXAMPLES_IN_IMAGE = "/opt/iso-stress/";

    /** A part of a file: what is under a key. */
    private record Part(Object value) {
        Part at(String key) {
            assertThat(value).isInstanceOf(Map.class);
            return new Part(((Map<?, ?>) value).get(key));
        }

        Part first() {
            return new Part(list().get(0));
        }

        List<?> list() {
            assertThat(value).isInstanceOf(List.class);
            return (List<?>) value;
        }

        Map<String, String> texts() {
            assertThat(value).isInstanceOf(Map.class);
            return ((Map<?, ?>) value)
                    .entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> String.valueOf(entry.getKey()),
                                    entry -> String.valueOf(entry.getValue())));
        }

        String text() {
            return String.valueOf(value);
        }
    }

    private static Part taurus() throws IOException {
        return new Part(new Yaml().load(Files.readString(TAURUS)));
    }

    private static Part kubernetes(String kind) throws IOException {
        return StreamSupport.stream(
                        new Yaml().loadAll(Files.readString(KUBERNETES)).spliterator(), false)
                .map(Part::new)
                .filter(part -> part.at("kind").text().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Part container(Part workload) {
        return workload.at("spec").at("template").at("spec").at("containers").first();
    }

    private static List<String> arguments(Part workload) {
        return container(workload).at("args").list().stream()
                .map(String::valueOf)
                .toList();
    }

    private static String after(String option, List<String> arguments) {
        return arguments.get(arguments.indexOf(option) + 1);
    }

    private static Map<String, String> properties(String option, List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(option) && argument.contains("="))
                .map(argument -> argument.substring(option.length()).split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    /** Those that the front page names for the stress plan. */
    private static Set<String> propertiesOfThePlan() {
        return Page.readme().table("| property | default | meaning |").stream()
                .map(row -> Page.code(row.get(0)).get(0))
                .collect(Collectors.toSet());
    }

    private static void check(Map<String, String> properties) {
        assertThat(propertiesOfThePlan()).containsAll(properties.keySet());
        assertThat(Rate.parse(properties.get("rps")).isUnlimited()).isFalse();
        assertThat(Gates.parse(properties.get("gates"))).isNotNull();
        assertThat(properties.keySet()).noneMatch(name -> name.contains("password"));
    }

    @Test
    void shouldRunTheStressPlanByItsPropertiesWhenTaurusStartsIt() throws IOException {
        Part execution = taurus().at("execution").first();
        Part scenario = taurus().at("scenarios").at(execution.at("scenario").text());

        assertThat(execution.at("executor").text()).isEqualTo("jmeter");
        assertThat(execution.texts().keySet())
                .as("Taurus would replace the plan's thread group or rate")
                .doesNotContain("concurrency", "throughput", "ramp-up", "hold-for", "iterations");
        assertThat(TAURUS.resolveSibling(scenario.at("script").text())).isRegularFile();
        check(scenario.at("properties").texts());
    }

    @Test
    void shouldUseTheJMeterAndTheColumnsThatThereAreWhenTaurusStartsIt() throws IOException {
        Part jmeter = taurus().at("modules").at("jmeter");
        String criterion =
                taurus().at("reporting").first().at("criteria").first().text();
        String plan = Files.readString(Page.inProject("jmx-examples/stress.jmx"));

        assertThat(jmeter.at("version").text()).isEqualTo(JMeterUtils.getJMeterVersion());
        assertThat(jmeter.at("path").text()).contains(JMeterUtils.getJMeterVersion());
        assertThat(JtlColumns.ALL)
                .contains(jmeter.at("properties").at("sample_variables").text().split(","));
        assertThat(criterion).startsWith("fail of purchase>");
        assertThat(plan).contains("testname=\"purchase\"");
    }

    @Test
    void shouldNameEveryAgentWhenTheControllerOfTheManifestStartsThem() throws IOException {
        Part agents = kubernetes("StatefulSet");
        String name = agents.at("metadata").at("name").text();
        String service = kubernetes("Service").at("metadata").at("name").text();
        int replicas = Integer.parseInt(agents.at("spec").at("replicas").text());

        assertThat(agents.at("spec").at("serviceName").text()).isEqualTo(service);
        assertThat(after("-R", arguments(kubernetes("Job"))).split(","))
                .containsExactlyElementsOf(IntStream.range(0, replicas)
                        .mapToObj(agent -> name + "-" + agent + "." + service)
                        .toList());
        assertThat(kubernetes("Service").at("spec").at("selector").texts())
                .isEqualTo(agents.at("spec")
                        .at("template")
                        .at("metadata")
                        .at("labels")
                        .texts());
    }

    @Test
    void shouldOpenThePortsThatJMeterIsGivenWhenItIsAnAgentOfTheManifest() throws IOException {
        Part agents = kubernetes("StatefulSet");
        Map<String, String> properties = properties("-J", arguments(agents));
        List<String> given = List.of(properties.get("server_port"), properties.get("server.rmi.localport"));

        assertThat(ports(container(agents).at("ports"), "containerPort")).isEqualTo(given);
        assertThat(ports(kubernetes("Service").at("spec").at("ports"), "port")).isEqualTo(given);
        assertThat(arguments(agents)).startsWith("-s").noneMatch(argument -> argument.contains("password"));
        Path secrets = Path.of(after("-q", arguments(agents)));
        assertThat(container(agents).at("volumeMounts").first().at("mountPath").text())
                .isEqualTo(secrets.getParent().toString());
    }

    private static List<String> ports(Part list, String key) {
        return list.list().stream()
                .map(Part::new)
                .map(port -> port.at(key).text())
                .toList();
    }

    @Test
    void shouldRunAPlanOfOursWithinItsTimeWhenItIsTheJobOfTheManifest() throws IOException {
        Part job = kubernetes("Job");
        List<String> arguments = arguments(job);
        Map<String, String> all = properties("-J", arguments);
        Predicate<String> isJMeters = name -> Stream.of("server.", "client.").anyMatch(name::startsWith);
        Map<String, String> properties = all.entrySet().stream()
                .filter(property -> !isJMeters.test(property.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        String plan = after("-t", arguments);
        assertThat(plan).startsWith(EXAMPLES_IN_IMAGE);
        assertThat(Page.inProject(plan.substring(EXAMPLES_IN_IMAGE.length()))).isRegularFile();
        check(properties);
        assertThat(Integer.parseInt(job.at("spec").at("activeDeadlineSeconds").text()))
                .isGreaterThan(Integer.parseInt(properties.get("test_duration_secs")) + 60);
    }
}
