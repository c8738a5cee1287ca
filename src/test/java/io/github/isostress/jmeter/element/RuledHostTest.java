package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An embedded host in a plan: its rules, and what it verifies and signs with the keys in its scope. */
@ExtendWith(JMeterEnvironment.class)
class RuledHostTest {
    private static final int LOOPS = 4;
    private static final String ONE = "2B7E151628AED2A6ABF7158809CF4F3C";
    private static final String OTHER = "3F419E1CB7079442AA37474C2EFBF8B8";
    private static final String MAC = "64:= mac key=MAK algorithm=aes-cmac";
    private static final String SEALED_ECHO = "0 0800\n7 1121203000\n11 ${__isoStan()}\n70 301\n" + MAC;

    private final SmallPlan plan = new SmallPlan(1, 2);

    private static Iso8583Keys keys(String name, String mak) {
        Iso8583Keys keys = new Iso8583Keys();
        keys.setName(name);
        keys.set(Iso8583KeysSchema.INSTANCE.keys, "MAK mac aes clear=" + mak);
        return keys;
    }

    private static void addHost(HashTree level) {
        Iso8583Host host = new Iso8583Host();
        host.setName("embedded");
        host.set(Iso8583HostSchema.INSTANCE.seals, "verify " + MAC + "\nsign " + MAC);
        level.add(host);
    }

    private List<SampleResult> runSealed() throws Exception {
        plan.group().add(connection("switch", "${__P(iso8583.host.port,)}"));
        plan.group().add(request("echo", SEALED_ECHO));
        return plan.run().stream().filter(sample -> !Elements.isConnect(sample)).toList();
    }

    private static List<SampleResult> run(String rules) throws Exception {
        SmallPlan plan = new SmallPlan(1, LOOPS);
        Iso8583Host host = new Iso8583Host();
        host.setName("embedded");
        host.set(Iso8583HostSchema.INSTANCE.rules, rules);
        plan.plan().add(host);
        plan.group().add(connection("switch", "${__P(iso8583.host.port,)}"));
        plan.group().add(request("echo", ECHO_TEST));
        return plan.run().stream().filter(sample -> !Elements.isConnect(sample)).toList();
    }

    @Test
    void shouldFollowTheRulesWhenThePlanHasSome() throws Exception {
        List<SampleResult> samples = run("\n# of network management\nmti 08x0 every 2 : decline 91\n");

        assertThat(samples).extracting(SampleResult::getResponseCode).containsExactly("00", "91", "00", "91");
    }

    @Test
    void shouldApproveEverythingWhenTheRulesAreBlank() throws Exception {
        assertThat(run("")).extracting(SampleResult::getResponseCode).containsExactly("00", "00", "00", "00");
    }

    @Test
    void shouldSayWhichLineIsWrongInEverySampleWhenTheRulesCannotBeRead() throws Exception {
        assertThat(run("\nevery two : close")).hasSize(LOOPS).allSatisfy(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(sample.getResponseDataAsString())
                    .contains("'embedded' did not start: rules, line 2: 'two' is no count,"
                            + " which is a whole number from 1 to 1000000000");
        });
    }

    @Test
    void shouldApproveWhenTheHostHasTheKeysOfThePlan() throws Exception {
        addHost(plan.plan());
        plan.plan().add(keys("keys", ONE));

        assertThat(runSealed()).extracting(SampleResult::getResponseCode).containsExactly("00", "00");
    }

    @Test
    void shouldDeclineWhenTheRequestHasNearerKeysThanTheHost() throws Exception {
        addHost(plan.plan());
        plan.plan().add(keys("of the plan", ONE));
        plan.group().add(keys("of the group", OTHER));

        assertThat(runSealed()).extracting(SampleResult::getResponseCode).containsExactly("88", "88");
    }

    @Test
    void shouldApproveWhenTheHostStandsBesideTheNearerKeys() throws Exception {
        plan.plan().add(keys("of the plan", ONE));
        addHost(plan.group());
        plan.group().add(keys("of the group", OTHER));

        assertThat(runSealed()).extracting(SampleResult::getResponseCode).containsExactly("00", "00");
    }

    @Test
    void shouldSayInEverySampleWhichKeyIsMissingWhenTheHostHasNone() throws Exception {
        addHost(plan.plan());
        plan.group().add(keys("of the group", ONE));

        assertThat(runSealed()).hasSize(2).allSatisfy(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(sample.getResponseDataAsString())
                    .contains("'embedded' did not start: checks and signs, line 1: there is no key 'MAK' in scope");
        });
    }
}
