package io.github.isostress.jmeter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which properties of the controller a plan needs on an agent. */
class PlanPropertiesTest {
    private static Map<String, String> found(String plan, Map<String, String> set) {
        return PlanProperties.namedIn(plan, set::get).values().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${__P(mine)}                              | mine
            ${__P( mine , 7)}                         | mine
            ${__property(my-own.name,VARIABLE,7)}     | my-own.name
            ${__isoProperty(mine,20,1-1000)}          | mine
            ${__isoProperty(port,${__P(mine,)},)}     | mine
            ${__isoIfBlank(mine,true,false)}          | mine
            vars.put("x", props.get("mine"))          | mine
            props.getProperty(&quot;mine&quot;, "7")  | mine
            props['mine']                             | mine
            """)
    void shouldBeFoundWhenAFunctionOrAScriptNamesIt(String text, String name) {
        assertThat(found("<a>" + text + "</a>", Map.of(name, "value"))).containsExactly(Map.entry(name, "value"));
    }

    @Test
    void shouldBeFoundWhenItIsBlankAndNotWhenItIsNotSet() {
        assertThat(found("${__P(blank)} ${__P(absent)}", Map.of("blank", "", "unnamed", "value")))
                .containsExactly(Map.entry("blank", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iso8583.stan.first", "iso8583.host.port", "agent.id", "server.rmi.ssl.disable", "jmeter.version"
            })
    void shouldStayWhenOneMachineHasItForItself(String name) {
        assertThat(found("${__P(" + name + ",)}", Map.of(name, "value"))).isEmpty();
    }

    @Test
    void shouldStayWhenAHostPublishesItsPortInIt() {
        String plan = "<stringProp name=\"Iso8583Host.portProperty\">issuer.port</stringProp> ${__P(issuer.port)}";

        assertThat(found(plan, Map.of("issuer.port", "8583"))).isEmpty();
    }

    /** The README's table of properties is checked against this plan. */
    @Test
    void shouldBeAllThatTheStressPlanReadsWhenAllAreSet() throws Exception {
        String plan = Files.readString(
                Path.of(System.getProperty("project.basedir", ".")).resolve("jmx-examples/stress.jmx"));

        assertThat(PlanProperties.namedIn(plan, name -> "set").values().orElseThrow())
                .containsKeys("host", "port", "use_tls", "workers", "rps", "test_duration_secs", "iso_message")
                .containsKeys(
                        "client_cert_pfx", "client_cert_password", "ca_cert", "framing", "packager", "keep", "gates")
                .doesNotContainKey("iso8583.host.port");
    }

    /** Else the columns of a controller's JTL are empty, and each agent judges by limits of its own. */
    @Test
    void shouldFindColumnsAndLimitsWhateverThePlanNames() {
        Map<String, String> set = Map.of(
                "sample_variables", "iso_rtt_us",
                "iso8583.verdict.late", "2 %",
                "iso8583.verdict.start", "5 s",
                "iso8583.verdict", "false",
                "iso8583.stan.first", "7");

        assertThat(found("${__P(mine)}", set))
                .containsOnlyKeys("sample_variables", "iso8583.verdict.late", "iso8583.verdict.start");
    }

    @Test
    void shouldSayWhyWhenThePlanCannotBeRead() {
        PlanProperties unread = PlanProperties.find();

        assertThat(unread.values()).isEmpty();
        assertThat(unread.whyNone()).startsWith("the controller could not read its plan: ");
    }
}
