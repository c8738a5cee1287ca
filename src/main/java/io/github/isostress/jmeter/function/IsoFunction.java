package io.github.isostress.jmeter.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.AbstractFunction;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * One of the plugin's JMeter functions. It evaluates its arguments, checks their number, makes a value, and stores it
 * in a variable too if a last argument names one. JMeter makes one instance for each place in a plan, and all threads
 * use it: a subclass is thread-safe.
 *
 * <p>To add a function, write a subclass {@code IsoX} with a public constructor without arguments, and list it in
 * {@code META-INF/services/org.apache.jmeter.functions.Function}. Tests demand its row in the documentation's table of
 * functions.
 */
abstract class IsoFunction extends AbstractFunction {
    private static final String VARIABLE = "Name of variable in which to store the result (optional)";

    private final String name;
    private final List<String> required;
    private final List<String> optional;
    private volatile List<CompoundVariable> arguments = List.of();

    /**
     * Names the function and its required arguments.
     *
     * @param name as a plan writes it, with the two underscores
     * @param required one description for each; JMeter's Function Helper shows them
     */
    IsoFunction(String name, String... required) {
        this(name, List.of(required), List.of());
    }

    /**
     * Names the function and its arguments, as {@link #IsoFunction(String, String...)} does.
     *
     * @param optional those that may be left out at the end
     */
    IsoFunction(String name, List<String> required, List<String> optional) {
        this.name = name;
        this.required = required;
        this.optional = optional;
    }

    /**
     * Makes a value, in the thread that asks.
     *
     * @param values the arguments, evaluated and without outer blanks: the required ones, then the optional ones,
     *     empty where they are left out
     * @throws IllegalArgumentException with one clear sentence if an argument cannot be used
     */
    abstract String value(List<String> values);

    @Override
    public String execute(SampleResult previousResult, Sampler currentSampler) {
        requireArguments();
        int withoutVariable = required.size() + optional.size();
        List<String> values = withoutVariable + arguments.size() == 0 ? List.of() : values(withoutVariable);
        String value = value(values);
        if (values.size() > withoutVariable) {
            store(values.get(withoutVariable), value);
        }
        return value;
    }

    private List<String> values(int least) {
        List<String> values = new ArrayList<>(Math.max(least, arguments.size()));
        for (CompoundVariable argument : arguments) {
            values.add(argument.execute().strip());
        }
        while (values.size() < least) {
            values.add("");
        }
        return values;
    }

    private void store(String variable, String value) {
        JMeterVariables variables = getVariables();
        if (variables != null && !variable.isEmpty()) {
            variables.put(variable, value);
        }
    }

    private void requireArguments() {
        int least = required.size();
        int most = least + optional.size() + 1;
        if (arguments.size() < least || arguments.size() > most) {
            throw new IllegalArgumentException("the number of arguments of " + name + " is " + arguments.size()
                    + ", it has to be " + least + (optional.isEmpty() ? " or " : " to ") + most);
        }
    }

    /** Accepts any number of arguments: to refuse them here would end JMeter's run before its first sample. */
    @Override
    public void setParameters(Collection<CompoundVariable> parameters) {
        arguments = List.copyOf(parameters);
    }

    @Override
    public String getReferenceKey() {
        return name;
    }

    @Override
    public List<String> getArgumentDesc() {
        List<String> descriptions = new ArrayList<>(required);
        descriptions.addAll(optional);
        descriptions.add(VARIABLE);
        return descriptions;
    }
}
