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
 * A function that makes a value and, if its last argument names a variable, stores it there too. One instance serves
 * all threads, so subclasses keep no state.
 */
abstract class ValueFunction extends AbstractFunction {
    private static final String VARIABLE = "Name of variable in which to store the result (optional)";

    private final String key;
    private final List<String> required;
    private volatile List<CompoundVariable> arguments = List.of();

    /**
     * A function.
     *
     * @param key how it is called, with the two underscores
     * @param required what its required arguments are, in words
     */
    ValueFunction(String key, String... required) {
        this.key = key;
        this.required = List.of(required);
    }

    /**
     * Makes a value.
     *
     * @param values of the arguments, the required ones first
     * @throws IllegalArgumentException with one clear sentence
     */
    abstract String value(List<String> values);

    @Override
    public String execute(SampleResult previousResult, Sampler currentSampler) {
        requireArguments();
        List<String> values = arguments.isEmpty() ? List.of() : values();
        String value = value(values);
        if (values.size() > required.size()) {
            store(values.get(required.size()), value);
        }
        return value;
    }

    private List<String> values() {
        List<String> values = new ArrayList<>(arguments.size());
        for (CompoundVariable argument : arguments) {
            values.add(argument.execute().strip());
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
        if (arguments.size() < least || arguments.size() > least + 1) {
            throw new IllegalArgumentException("the number of arguments of " + key + " is " + arguments.size()
                    + ", it has to be " + least + " or " + (least + 1));
        }
    }

    /** Takes any number of arguments: a refusal at this point would end JMeter's run before its first sample. */
    @Override
    public void setParameters(Collection<CompoundVariable> parameters) {
        arguments = List.copyOf(parameters);
    }

    @Override
    public String getReferenceKey() {
        return key;
    }

    @Override
    public List<String> getArgumentDesc() {
        List<String> descriptions = new ArrayList<>(required);
        descriptions.add(VARIABLE);
        return descriptions;
    }
}
