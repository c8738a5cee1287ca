package io.github.isostress.jmeter.setting;

import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.ExpressionFailure;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jorphan.util.JMeterStopTestException;
import org.apache.jorphan.util.JMeterStopTestNowException;
import org.apache.jorphan.util.JMeterStopThreadException;

/** Compiles JMeter's variables and functions once; they are evaluated in the thread that asks. Stateless. */
public final class JMeterExpressions implements Expression.Compiler {
    /** The only instance. */
    public static final JMeterExpressions INSTANCE = new JMeterExpressions();

    private static final String REFERENCE = "${";

    private JMeterExpressions() {}

    @Override
    public Expression compile(String text) {
        if (!text.contains(REFERENCE)) {
            return Expression.constant(text);
        }
        if (!ClosedReferences.areIn(text)) {
            throw ExpressionFailure.ofUnclosed(text);
        }
        CompoundVariable compound = new CompoundVariable();
        try {
            compound.setParameters(text);
        } catch (InvalidVariableException e) {
            throw ExpressionFailure.ofCompiling(text, e);
        }
        return new CompoundExpression(text, compound);
    }

    /**
     * The place in the plan where a property's text stands. Threads have copies of the property, but share its compiled
     * expressions, which stand for the place. A text without expressions keeps nothing and stands for itself.
     */
    public static Object place(JMeterProperty property) {
        return property.getObjectValue() instanceof CompoundVariable compound ? compound : property.getStringValue();
    }

    /** The text at a place, with its expressions as the plan has them. */
    public static String textAt(Object place) {
        return place instanceof CompoundVariable compound ? compound.getRawParameters() : (String) place;
    }

    /** The text of an element's property, with its expressions as the plan has them. */
    static String written(TestElement element, PropertyDescriptor<?, ?> property) {
        return textAt(place(element.getProperty(property.getName())));
    }

    /**
     * Evaluates an element's property.
     *
     * @throws ExpressionFailure if one of its functions has failed
     */
    static String read(TestElement element, PropertyDescriptor<?, ?> property) {
        try {
            return element.getString(property);
        } catch (JMeterStopThreadException | JMeterStopTestException | JMeterStopTestNowException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ExpressionFailure.ofRunning(written(element, property), e);
        }
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
                throw ExpressionFailure.ofRunning(text, e);
            }
        }
    }
}
