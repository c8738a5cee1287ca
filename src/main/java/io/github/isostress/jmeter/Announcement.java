package io.github.isostress.jmeter;

import java.util.function.Consumer;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.util.JMeterUtils;

/** What a run has to say to its user. Stateless and thread-safe. */
public final class Announcement {
    private Announcement() {}

    /** Whether JMeter runs without a window. */
    public static boolean isHeadless() {
        return GuiPackage.getInstance() == null;
    }

    /**
     * Says a line: without a window JMeter writes to the console what it has for its user, and logs it.
     *
     * @param log takes the line where there is a window
     */
    public static void tell(String line, Consumer<String> log) {
        if (isHeadless()) {
            JMeterUtils.reportInfoToUser(line, "");
        } else {
            log.accept(line);
        }
    }
}
