package io.github.isostress.jmeter.calibration;

import io.github.isostress.jmeter.setting.JMeterExpressions;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.FunctionProperty;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.PropertyIterator;

/** An element of a plan as it was written, although the plan runs: what a function of the run keeps is not touched. */
final class WrittenElement {
    private WrittenElement() {}

    /** A copy whose expressions JMeter has not compiled. */
    @SuppressWarnings("unchecked") // A clone has its original's class.
    static <T extends TestElement> T of(T element) {
        T written = (T) element.clone();
        written.setRunningVersion(false);
        for (PropertyIterator all = element.propertyIterator(); all.hasNext(); ) {
            JMeterProperty property = all.next();
            if (property instanceof FunctionProperty) {
                written.setProperty(property.getName(), JMeterExpressions.textAt(JMeterExpressions.place(property)));
            }
        }
        return written;
    }
}
