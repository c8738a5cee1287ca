package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.command.RunKey.Kind;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jmeter.control.IfController;
import org.apache.jmeter.save.SaveService;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.SearchByClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The plan that has the settings of a run in it. */
@ExtendWith(JMeterEnvironment.class)
class WrittenPlanTest {
    private static final Pattern QUESTION = Pattern.compile("\\$\\{__iso(?:Property|IfBlank)\\((\\w+),([^,]*),");

    @TempDir
    Path folder;

    private final Map<RunKey, String> given = new EnumMap<>(Map.of(RunKey.HOST, "10.1.2.3", RunKey.PORT, "5000"));

    private String plan() throws IOException {
        return WrittenPlan.of(new RunSettings(given), folder);
    }

    private HashTree opened() throws IOException {
        return SaveService.loadTree(
                Files.writeString(folder.resolve("plan.jmx"), plan()).toFile());
    }

    private static <T> List<T> elements(HashTree plan, Class<T> kind) {
        SearchByClass<T> found = new SearchByClass<>(kind);
        plan.traverse(found);
        return List.copyOf(found.getSearchResults());
    }

    private static String stress() throws IOException {
        return Files.readString(Path.of(System.getProperty("project.basedir", ""), "jmx-examples", "stress.jmx"));
    }

    @Test
    void shouldKnowEveryPropertyWithItsDefaultWhenThePlanAsksForIt() throws IOException {
        Map<String, Set<String>> asked = QUESTION.matcher(stress())
                .results()
                .collect(Collectors.groupingBy(
                        found -> found.group(1),
                        TreeMap::new,
                        Collectors.mapping(found -> found.group(2), Collectors.toSet())));

        assertThat(asked.keySet()).hasSize(18).isSubsetOf(RunKey.keys());
        assertThat(Arrays.stream(RunKey.values())
                        .filter(key -> key.kind() != Kind.SECRET && !key.usual().isEmpty() && key != RunKey.REPORT))
                .allSatisfy(key -> assertThat(asked.get(key.key())).containsExactly(key.usual()));
    }

    @Test
    void shouldAskForNothingButThePasswordWhenItIsWritten() throws IOException {
        given.put(RunKey.CLIENT_CERT_PASSWORD, "s3cretWord");
        given.put(RunKey.GATES, "p99 < 50 ms; failed < 0.1 %, \\ $1");

        assertThat(plan())
                .doesNotContain("__isoProperty", "__isoIfBlank", "s3cretWord")
                .contains("${__P(client_cert_password,)}", "p99 &lt; 50 ms; failed &lt; 0.1 %, \\ $1");
    }

    @Test
    void shouldHaveOneRequestAndNoHostWhenItIsOpened() throws IOException {
        HashTree plan = opened();

        assertThat(elements(plan, Iso8583Host.class)).isEmpty();
        assertThat(elements(plan, IfController.class)).isEmpty();
        assertThat(elements(plan, Iso8583Request.class))
                .singleElement()
                .satisfies(request -> assertThat(request.getName()).isEqualTo("purchase"));
    }

    @Test
    void shouldKeepItsHostWithDemoCertificatesWhenThatIsEmbedded() throws IOException {
        given.put(RunKey.HOST, RunSettings.EMBEDDED);
        given.remove(RunKey.PORT);

        assertThat(elements(opened(), Iso8583Host.class)).hasSize(1);
        assertThat(plan())
                .contains("<stringProp name=\"Iso8583Connection.port\">${__P(iso8583.host.port,)}</stringProp>")
                .contains(
                        folder.resolve("client.pfx").toString(),
                        folder.resolve("ca.pem").toString());
    }

    @Test
    void shouldSendTheMessageThatIsGivenWhenThereIsOne() throws IOException {
        given.put(RunKey.ISO_MESSAGE, "30383030");
        assertThat(elements(opened(), Iso8583Request.class))
                .singleElement()
                .satisfies(request -> assertThat(request.getPropertyAsString("Iso8583Request.template"))
                        .isEqualTo("hex 30383030"));

        given.remove(RunKey.ISO_MESSAGE);
        given.put(
                RunKey.TEMPLATE,
                Files.writeString(folder.resolve("echo.txt"), "0 0800\n11 ${__isoStan()}\n70 301\n")
                        .toString());
        assertThat(elements(opened(), Iso8583Request.class)).singleElement().satisfies(request -> {
            assertThat(request.getName()).isEqualTo("echo");
            assertThat(request.getPropertyAsString("Iso8583Request.template"))
                    .isEqualTo("0 0800\n11 ${__isoStan()}\n70 301\n");
        });
    }

    @Test
    void shouldEndWithoutAPageWhenNoReportIsWanted() throws IOException {
        given.put(RunKey.REPORT, "false");

        assertThat(plan()).contains("<stringProp name=\"Iso8583Results.report\">never</stringProp>");
    }
}
