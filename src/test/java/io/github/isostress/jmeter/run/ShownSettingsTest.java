package io.github.isostress.jmeter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.util.List;
import java.util.Map;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What of a plan's settings a record may show. */
@ExtendWith(JMeterEnvironment.class)
class ShownSettingsTest {
    @Test
    void shouldShowTheSeedAndNothingElseOfTextsWhenTheyMayHaveCardNumbers() {
        Iso8583Host host = new Iso8583Host();
        host.set(Iso8583HostSchema.INSTANCE.rules, "seed 42 # as last week\nde 2 9999990000000013 : decline 05\n");
        Iso8583Request request = new Iso8583Request();
        request.set(Iso8583RequestSchema.INSTANCE.template, "0 0200\n2 9999990000000013\n");

        ShownSettings shown = ShownSettings.of(new ListedHashTree(List.of(host, request)));

        assertThat(shown.elements().get(0).settings())
                .containsEntry("Iso8583Host.rules", "not shown, lines: 2, seed 42");
        assertThat(shown.elements().get(1).settings()).containsEntry("Iso8583Request.template", "not shown, lines: 2");
    }

    @Test
    void shouldTellTheNumbersOfARunBesideThePropertiesThatItReads() {
        ShownSettings shown = ShownSettings.of(new HashTree());

        assertThat(shown.propertiesAnd(Map.of("iso8583.stan.first", "000123")))
                .containsEntry("iso8583.stan.first", "000123");
    }
}
