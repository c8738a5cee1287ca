package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.jmeter.sample.PluginFailure;
import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.setting.MessageChoice;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.jmeter.setting.ResponseVariables;
import io.github.isostress.message.masking.ShownText;
import java.io.Serializable;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.processor.PostProcessor;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterVariables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Post-processor "ISO 8583 Field Extractor": puts elements of the thread's last request or answer into variables. It
 * sets each of its variables after each sample, to the default if the message has no such element. If it cannot do what
 * its properties say, it fails the sample.
 */
public final class Iso8583FieldExtractor extends AbstractTestElement implements PostProcessor, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Iso8583FieldExtractor.class);

    private transient String entriesText;
    private transient ResponseVariables entries;

    @Override
    public Iso8583FieldExtractorSchema getSchema() {
        return Iso8583FieldExtractorSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583FieldExtractor, ? extends Iso8583FieldExtractorSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    @Override
    public PropertyIterator propertyIterator() {
        return ClosedReferences.visible(super.propertyIterator());
    }

    @Override
    public void process() {
        JMeterContext context = getThreadContext();
        try {
            extract(context.getVariables());
        } catch (IllegalArgumentException e) {
            refuse(context.getPreviousResult(), ShownText.ofOthers(String.valueOf(e.getMessage())));
        } catch (Error e) {
            refuse(context.getPreviousResult(), PluginFailure.sentence(getName(), e));
        }
    }

    private void extract(JMeterVariables variables) {
        PropertyReader read = new PropertyReader(this);
        String source = read.choice(getSchema().source, MessageChoice.RESPONSE, MessageChoice.REQUEST);
        ResponseVariables wanted = entries(read.secret(getSchema().variables));
        String otherwise = read.secret(getSchema().defaultValue);
        wanted.set(variables, LastExchange.of(variables), source, otherwise);
    }

    /** Parsed again only when the text has changed. */
    private ResponseVariables entries(String text) {
        if (!text.equals(entriesText)) {
            entries = ResponseVariables.parse(text);
            entriesText = text;
        }
        return entries;
    }

    /** A post-processor has no result of its own, so the sample reports the refusal as it reports an assertion. */
    private void refuse(SampleResult sample, String reason) {
        LOG.error("'{}': {}", getName(), reason);
        if (sample != null) {
            AssertionResult refusal = new AssertionResult(getName());
            refusal.setError(true);
            refusal.setFailureMessage(reason);
            sample.addAssertionResult(refusal);
            sample.setSuccessful(false);
        }
    }
}
