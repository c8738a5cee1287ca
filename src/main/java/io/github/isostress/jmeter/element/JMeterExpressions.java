package io.github.isostress.jmeter.element;

import io.github.isostress.message.Expression;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jorphan.util.JMeterStopTestException;
import org.apache.jorphan.util.JMeterStopTestNowException;
import org.apache.jorphan.util.JMeterStopThreadException;

/** JMeter's own variables and functions as expressions: compiled once, evaluated in the thread that asks. */
public final class JMeterExpressions implements Expression.Compiler {
    /** The only instance; stateless. */
    public static final JMeterExpressions INSTANCE = new JMeterExpressions();

    private static final String REFERENCE = "${";

    private JMeterExpressions() {}

    @Override
    public Expression compile(String text) {
        if (!text.contains(REFERENCE)) {
            return Expression.constant(text);
        }
        CompoundVariable compound = new CompoundVariable();
        try {
            compound.setParameters(text);
        } catch (InvalidVariableException e) {
            throw new IllegalArgumentException(text + " cannot be compiled: " + e.getMessage(), e);
        }
        return new CompoundExpression(text, compound);
    }

    /** A property's text with its expressions as they were written, whether JMeter has compiled it or not. */
    static String source(JMeterProperty property) {
        return property.getObjectValue() instanceof CompoundVariable compound
                ? compound.getRawParameters()
                : property.getStringValue();
    }

    private record CompoundExpression(String text, CompoundVariable compound) implements Expression {
        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public String evaluate() {
            try {
                return compound.execute();
            } catch (JMeterStopThreadException | JMeterStopTestException | JMeterStopTestNowException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(text + " failed: " + e.getMessage(), e);
            }
        }
    }
}
