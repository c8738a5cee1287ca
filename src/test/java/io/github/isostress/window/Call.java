package io.github.isostress.window;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Which scenario the JVM with the window is to play.
 *
 * @param scenarios the test class
 * @param name the test method
 * @param arguments of that method; null stands for the {@link JMeterGui}, which that JVM has
 */
record Call(Class<?> scenarios, String name, List<Object> arguments) implements Serializable {
    /** Plays it here. */
    void play(JMeterGui jmeter) throws ReflectiveOperationException {
        var constructor = scenarios.getDeclaredConstructor();
        constructor.setAccessible(true);
        var method = Arrays.stream(scenarios.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        Object[] values = arguments.stream()
                .map(argument -> argument == null ? jmeter : argument)
                .toArray();
        method.invoke(constructor.newInstance(), values);
    }
}
