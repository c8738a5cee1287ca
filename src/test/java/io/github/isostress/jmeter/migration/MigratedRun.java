package io.github.isostress.jmeter.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.LoadedPlan;
import io.github.isostress.support.JposHost;
import java.nio.file.Path;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Plans of the test resources, taken over and run by JMeter's engine in this JVM. As an extension it forgets after each
 * test what the plans were given.
 */
final class MigratedRun implements AfterEachCallback {
    static final String PORT = "test.port";
    static final String MOCK_PORT = "test.mock.port";
    static final String KEY_STORE = "test.keystore";

    @Override
    public void afterEach(ExtensionContext test) {
        List.of(PORT, MOCK_PORT, KEY_STORE).forEach(JMeterUtils.getJMeterProperties()::remove);
        FileServer.getFileServer().resetBase();
    }

    /** What a plan becomes; its folder is the one of which JMeter knows. */
    static OldPlans.Migrated migrated(String name, Path folder) throws Exception {
        OldPlans.Migrated migrated = OldPlans.Migrated.of(OldPlans.file(name), folder);
        FileServer.getFileServer().setBaseForScript(migrated.file().toFile());
        return migrated;
    }

    /** Takes over a plan, all of it, and runs it against jPOS, which keeps the messages that come. */
    static List<SampleResult> recorded(String name, Path folder) throws Exception {
        OldPlans.Migrated migrated = migrated(name, folder);
        assertThat(migrated.report().isComplete()).as(migrated.report().text()).isTrue();
        try (JposHost host = new JposHost(RecordingChannel.empty(OldMessages.packager()))) {
            return run(migrated, host.port());
        }
    }

    /** Runs it against this port; all samples must succeed. */
    static List<SampleResult> run(OldPlans.Migrated migrated, int port) throws Exception {
        JMeterUtils.setProperty(PORT, String.valueOf(port));
        List<SampleResult> samples = new LoadedPlan(migrated.file()).run();
        assertThat(samples)
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.isSuccessful())
                        .as(sample.getSampleLabel() + " " + sample.getResponseMessage() + " "
                                + sample.getResponseDataAsString())
                        .isTrue());
        return samples;
    }

    static List<String> labels(List<SampleResult> samples) {
        return samples.stream().map(SampleResult::getSampleLabel).toList();
    }
}
