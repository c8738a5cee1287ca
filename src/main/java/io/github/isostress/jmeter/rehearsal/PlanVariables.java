package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.function.FailableSupplier;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.property.StringProperty;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/** Lends a plan's variables to work outside a test. Stateless and thread-safe. */
public final class PlanVariables {
    private static final String REFERENCE = "${";

    private PlanVariables() {}

    /**
     * The text with its variables and functions evaluated once, in the thread that asks.
     *
     * @param variables their values; a value may use the variables before it, as in JMeter
     * @throws IllegalArgumentException with one clear sentence if an expression cannot be evaluated
     */
    public static String evaluate(String text, Map<String, String> variables) {
        return text.contains(REFERENCE) ? lend(variables, () -> evaluate(text)) : text;
    }

    private static String evaluate(String text) {
        return JMeterExpressions.INSTANCE.compile(text).evaluate();
    }

    /** As {@link #lend(Map, RunContext, FailableSupplier)}, with what a preview may know and do. */
    private static <T, E extends Exception> T lend(Map<String, String> variables, FailableSupplier<T, E> work)
            throws E {
        try (RunContext run = RunContext.ofPreview()) {
            return lend(variables, run, work);
        }
    }

    /**
     * Does work in this thread as one of a test's threads would, for that run. The thread has its own variables back
     * afterwards.
     *
     * @param variables their values; a value may use the variables before it, as in JMeter
     */
    public static <T, E extends Exception> T lend(
            Map<String, String> variables, RunContext run, FailableSupplier<T, E> work) throws E {
        JMeterContext context = JMeterContextService.getContext();
        JMeterVariables before = context.getVariables();
        JMeterVariables lent = new JMeterVariables();
        CurrentRun.lend(run, lent);
        context.setVariables(lent);
        try {
            variables.forEach((name, value) -> lent.put(name, evaluate(value)));
            return work.get();
        } finally {
            context.setVariables(before);
        }
    }

    /**
     * A copy of an element in which every expression is evaluated once.
     *
     * @param variables the values of the plan's variables, expressions as they were written
     */
    static <E extends TestElement> E evaluated(E element, Map<String, String> variables) {
        return evaluated(element, variables, names(element));
    }

    /**
     * A copy of an element in which the expressions of these properties are evaluated once; the functions of the others
     * are not run.
     */
    static <E extends TestElement> E evaluated(
            E element, Map<String, String> variables, PropertyDescriptor<?, ?>... properties) {
        return evaluated(
                element,
                variables,
                Stream.of(properties).map(PropertyDescriptor::getName).toList());
    }

    private static List<String> names(TestElement element) {
        Stream.Builder<String> names = Stream.builder();
        for (PropertyIterator all = element.propertyIterator(); all.hasNext(); ) {
            names.add(all.next().getName());
        }
        return names.build().toList();
    }

    @SuppressWarnings("unchecked") // A clone has its original's class.
    private static <E extends TestElement> E evaluated(E element, Map<String, String> variables, List<String> names) {
        E copy = (E) element.clone();
        return lend(variables, () -> {
            names.forEach(name -> evaluate(copy, name));
            return copy;
        });
    }

    private static void evaluate(TestElement element, String name) {
        JMeterProperty property = element.getProperty(name);
        if (property instanceof StringProperty && property.getStringValue().contains(REFERENCE)) {
            element.setProperty(name, evaluate(property.getStringValue()));
        }
    }
}
