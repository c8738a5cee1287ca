package io.github.isostress.jmeter.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.isostress.health.verdict.ValidityRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** How the values of a run's record are written in JSON: what is unknown is null, and a rule has its documented name. */
final class RecordJson {
    private static final double MICRO = 1e6;

    private RecordJson() {}

    /** A mapper for records. Members that it does not know are those of a later version, and left out. */
    static ObjectMapper mapper() {
        SimpleModule values = new SimpleModule()
                .addSerializer(Double.class, new NumberWriter())
                .addSerializer(double.class, new NumberWriter())
                .addDeserializer(double.class, new NumberReader())
                .addSerializer(ValidityRule.class, new RuleWriter())
                .addDeserializer(ValidityRule.class, new RuleReader())
                .addSerializer(Optional.class, new OptionalWriter())
                .addDeserializer(Optional.class, new OptionalReader(null));
        return new ObjectMapper()
                .registerModule(values)
                .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Rounds to six decimals. */
    private static final class NumberWriter extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        NumberWriter() {
            super(Double.class);
        }

        @Override
        public void serialize(Double number, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (number.isNaN() || number.isInfinite()) {
                json.writeNull();
            } else {
                json.writeNumber(Math.rint(number * MICRO) / MICRO);
            }
        }
    }

    private static final class NumberReader extends StdDeserializer<Double> {
        private static final long serialVersionUID = 1L;

        NumberReader() {
            super(double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }

    private static final class RuleWriter extends StdSerializer<ValidityRule> {
        private static final long serialVersionUID = 1L;

        RuleWriter() {
            super(ValidityRule.class);
        }

        @Override
        public void serialize(ValidityRule rule, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(rule.key());
        }
    }

    private static final class RuleReader extends StdDeserializer<ValidityRule> {
        private static final long serialVersionUID = 1L;

        RuleReader() {
            super(ValidityRule.class);
        }

        @Override
        public ValidityRule deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String key = json.getText();
            return Arrays.stream(ValidityRule.values())
                    .filter(rule -> rule.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IOException("'" + key + "' is no rule of a verdict"));
        }
    }

    @SuppressWarnings("rawtypes") // Jackson looks for serializers by class.
    private static final class OptionalWriter extends StdSerializer<Optional> {
        private static final long serialVersionUID = 1L;

        OptionalWriter() {
            super(Optional.class);
        }

        @Override
        public void serialize(Optional value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.isPresent() ? value.get() : null, json);
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class OptionalReader extends StdDeserializer<Optional> implements ContextualDeserializer {
        private static final long serialVersionUID = 1L;

        private final JavaType content;

        OptionalReader(JavaType content) {
            super(Optional.class);
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new OptionalReader(property.getType().containedType(0));
        }

        @Override
        public Optional deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Optional.of(context.readValue(json, content));
        }

        @Override
        public Optional getNullValue(DeserializationContext context) {
            return Optional.empty();
        }
    }
}
