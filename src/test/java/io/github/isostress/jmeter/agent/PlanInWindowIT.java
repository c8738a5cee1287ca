package io.github.isostress.jmeter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.window.JMeterGui;
import io.github.isostress.window.Plans;
import io.github.isostress.window.WindowTest;
import java.util.Map;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.Test;

/** What a controller with a window assigns to agents. */
@WindowTest
class PlanInWindowIT {
    @Test
    void shouldFindThePropertiesThatThePlanInTheWindowNamesWhenItIsNotSaved(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        GuiPackage.getInstance()
                .getTreeModel()
                .getNodesOfType(Iso8583RateTimer.class)
                .get(0)
                .getTestElement()
                .setProperty("Iso8583RateTimer.rate", "${__P(typed.rate,1)}");
        Map<String, String> set = Map.of("typed.rate", "7", "workers", "3", "rps", "9");
        set.forEach(JMeterUtils::setProperty);
        try {
            assertThat(PlanProperties.find().values().orElseThrow())
                    .containsEntry("typed.rate", "7")
                    .containsEntry("workers", "3")
                    .doesNotContainKey("rps");
        } finally {
            set.keySet().forEach(JMeterUtils.getJMeterProperties()::remove);
        }
    }
}
