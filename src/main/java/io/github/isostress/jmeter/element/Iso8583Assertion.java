package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.jmeter.sample.PluginFailure;
import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.jmeter.setting.MessageChoice;
import io.github.isostress.jmeter.setting.MessageRules;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.message.masking.ShownText;
import java.io.Serializable;
import java.util.Optional;
import org.apache.jmeter.assertions.Assertion;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.threads.JMeterContext;

/**
 * Assertion "ISO 8583 Assertion": demands values of the thread's last request or answer: of its elements, or of its
 * bytes. It fails the samples of other samplers, too: a rule that was not checked must not look as if it held. It
 * ignores the sample that sums up a transaction, whose parts it has checked.
 */
public final class Iso8583Assertion extends AbstractTestElement implements Assertion, Serializable {
    private static final long serialVersionUID = 1L;

    private transient String rulesText;
    private transient MessageRules rules;

    @Override
    public Iso8583AssertionSchema getSchema() {
        return Iso8583AssertionSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Assertion, ? extends Iso8583AssertionSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    @Override
    public PropertyIterator propertyIterator() {
        return ClosedReferences.visible(super.propertyIterator());
    }

    @Override
    public AssertionResult getResult(SampleResult sample) {
        AssertionResult result = new AssertionResult(getName());
        JMeterContext context = getThreadContext();
        if (sample != context.getPreviousResult()) {
            return result;
        }
        try {
            violation(context).map(ShownText::of).ifPresent(result::setResultForFailure);
        } catch (IllegalArgumentException e) {
            result.setError(true);
            result.setFailureMessage(ShownText.ofOthers(String.valueOf(e.getMessage())));
        } catch (Error e) {
            result.setError(true);
            result.setFailureMessage(PluginFailure.sentence(getName(), e));
        }
        return result;
    }

    private Optional<String> violation(JMeterContext context) {
        PropertyReader read = new PropertyReader(this);
        String source = read.choice(getSchema().source, MessageChoice.RESPONSE, MessageChoice.REQUEST);
        MessageRules demanded = rules(read.secret(getSchema().rules));
        if (!(context.getCurrentSampler() instanceof Iso8583Request)) {
            return Optional.of("the sample is not one of an ISO 8583 Request: move the assertion below the requests");
        }
        LastExchange exchange = LastExchange.of(context.getVariables());
        return MessageChoice.absence(exchange, source).or(() -> demanded.violations(exchange, source));
    }

    /** Parsed again only when the text has changed. */
    private MessageRules rules(String text) {
        if (!text.equals(rulesText)) {
            rules = MessageRules.parse(text);
            rulesText = text;
        }
        return rules;
    }
}
