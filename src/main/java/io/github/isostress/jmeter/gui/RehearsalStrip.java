package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.element.RunningHosts;
import io.github.isostress.jmeter.gui.form.EditedPlan;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.gui.form.WorkButton;
import io.github.isostress.jmeter.rehearsal.HostRehearsal;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import java.awt.event.HierarchyEvent;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.testelement.TestElement;

/**
 * Starts and stops the host by hand, and shows what it counts while it runs, for a test run too. Looks at the counts
 * twice a second, and only while it is to be seen.
 */
final class RehearsalStrip extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "host.live.";
    private static final int PERIOD_MILLIS = 500;

    private final transient Supplier<TestElement> edited;
    private final transient EditedPlan plan;
    private final SentenceArea state = new SentenceArea(2);
    private final WorkButton<RunningHost> start;
    private final WorkButton<RunningHost> restart;
    private final WorkButton<String> stop;
    private final WorkButton<String> stopOthers;
    private final Timer timer = new Timer(PERIOD_MILLIS, event -> refresh());
    private transient TestElement shown;
    private String name = "";
    private String last = "";
    private boolean wasRefused;

    /**
     * A strip for a panel.
     *
     * @param edited the host with what the fields hold now
     * @param plan for the variables that the fields use
     */
    RehearsalStrip(Supplier<TestElement> edited, EditedPlan plan) {
        super(new MigLayout("insets 2, fillx, hidemode 3", "[][][][grow]"));
        this.edited = edited;
        this.plan = plan;
        start = new WorkButton<>(PREFIX + "start", this::starting, running -> started(), this::refused);
        restart = new WorkButton<>(PREFIX + "restart", this::restarting, running -> started(), this::refused);
        stop = new WorkButton<>(PREFIX + "stop", this::stopping, this::tell, this::refused);
        stopOthers = new WorkButton<>(PREFIX + "stopOthers", RehearsalStrip::stoppingOthers, this::tell, this::refused);
        state.getAccessibleContext().setAccessibleName(PanelLabels.get(PREFIX + "state"));
        state.setToolTipText(PanelLabels.get(PREFIX + "state.tip"));
        add(start);
        add(restart);
        add(stop);
        add(stopOthers);
        add(state, "newline, span 4, growx, pushx, wmin 0");
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                watch();
            }
        });
        refresh();
    }

    private void watch() {
        if (isShowing()) {
            refresh();
            timer.start();
        } else {
            timer.stop();
        }
    }

    /** Another element of the plan is shown, or the same again. */
    void follow(TestElement element) {
        if (element != shown) {
            start.forget();
            restart.forget();
            stop.forget();
            last = "";
            wasRefused = false;
        }
        shown = element;
        name = element.getName();
        refresh();
    }

    private Callable<RunningHost> starting() {
        TestElement inPlan = shown;
        Iso8583Host host = (Iso8583Host) edited.get();
        PlanScope scope = plan.scope().withoutFiles();
        return () -> HostRehearsal.start(host, inPlan, scope);
    }

    private Callable<RunningHost> restarting() {
        TestElement inPlan = shown;
        Iso8583Host host = (Iso8583Host) edited.get();
        PlanScope scope = plan.scope().withoutFiles();
        Optional<RunningHost> running = running();
        return () -> running.isPresent()
                ? HostRehearsal.restart(running.get(), host, inPlan, scope)
                : HostRehearsal.start(host, inPlan, scope);
    }

    private void started() {
        tell("");
        // Else the keyboard focus would stay on a button that cannot be pressed.
        stop.requestFocusInWindow();
    }

    private Callable<String> stopping() {
        Optional<RunningHost> running = running();
        return () -> running.map(RehearsalStrip::stopped).orElse("");
    }

    private static String stopped(RunningHost host) {
        RunningHosts.stop(host);
        return MessageFormat.format(PanelLabels.get(PREFIX + "stopped"), host.name(), host.toString());
    }

    private static Callable<String> stoppingOthers() {
        return () -> {
            RunningHosts.stopRehearsals();
            return "";
        };
    }

    private void tell(String sentence) {
        last = sentence;
        wasRefused = false;
        refresh();
    }

    private void refused(String sentence) {
        last = sentence;
        wasRefused = true;
        refresh();
    }

    private Optional<RunningHost> running() {
        return RunningHosts.find(shown, name);
    }

    /** Shows the present state of the host and of other rehearsals. */
    void refresh() {
        Optional<RunningHost> running = running();
        List<RunningHost> others = RunningHosts.all().stream()
                .filter(RunningHost::isRehearsal)
                .filter(host -> running.isEmpty() || host != running.get())
                .toList();
        boolean isOutdated = running.isPresent() && isOutdated(running.get());
        start.setEnabled(running.isEmpty() && shown != null);
        restart.setVisible(isOutdated);
        stop.setEnabled(running.isPresent() && running.get().isRehearsal());
        stopOthers.setVisible(!others.isEmpty());
        String words = running.map(HostStateWords::of).orElseGet(this::quiet)
                + (isOutdated ? "\n" + outdated() : "")
                + (others.isEmpty() ? "" : "\n" + HostStateWords.ofOthers(others));
        if (wasRefused && (running.isEmpty() || isOutdated)) {
            state.refuse(words);
        } else {
            state.tell(words);
        }
    }

    private String quiet() {
        return last.isEmpty() ? PanelLabels.get(PREFIX + "quiet") : last;
    }

    private boolean isOutdated(RunningHost running) {
        return running.isRehearsal()
                && HostRehearsal.isOutdated(
                        running, (Iso8583Host) edited.get(), plan.scope().withoutFiles());
    }

    private String outdated() {
        return wasRefused ? last : PanelLabels.get(PREFIX + "outdated");
    }

    /** The text that tells the state of the host. */
    SentenceArea state() {
        return state;
    }
}
