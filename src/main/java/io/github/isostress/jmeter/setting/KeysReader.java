package io.github.isostress.jmeter.setting;

import io.github.isostress.crypto.key.CheckedKey;
import io.github.isostress.crypto.key.KeyLines;
import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.keyfile.KeyFile;
import io.github.isostress.jmeter.RunCache;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.message.value.ExpressionFailure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;

/**
 * Reads one thread's copy of an {@code Iso8583Keys}: evaluates its properties once for each sample, and has the run read
 * the keys when a text, or a key outside, has become another one. A file is read once in a run. Used by that thread.
 */
public final class KeysReader {
    /** What may be done about parity, in words. */
    public static final List<String> PARITIES = Arrays.stream(KeyParity.values())
            .map(parity -> parity.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final Iso8583KeysSchema SCHEMA = Iso8583KeysSchema.INSTANCE;
    private static final List<PropertyDescriptor<?, ?>> PROPERTIES =
            List.of(SCHEMA.keys, SCHEMA.file, SCHEMA.filePassword, SCHEMA.filePasswordVariable, SCHEMA.parity);
    private static final RunCache<Written, Read> OF_RUN = new RunCache<>(1_000, Read::of);

    private final TestElement element;
    private final Object[] places = new Object[PROPERTIES.size()];
    private RunContext run;
    private Written written;
    private Read read;

    /** Reads that element. */
    public KeysReader(TestElement element) {
        this.element = element;
    }

    /**
     * What the keys are made from. Its text shows nothing.
     *
     * @param texts of {@link #PROPERTIES}, in their order
     * @param outer the keys of the elements farther away
     */
    private record Written(String[] texts, Keys outer) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Written that && outer == that.outer && Arrays.equals(texts, that.texts);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(texts) + System.identityHashCode(outer);
        }

        @Override
        public String toString() {
            return "the properties of keys";
        }

        String text(PropertyDescriptor<?, ?> property) {
            return texts[PROPERTIES.indexOf(property)];
        }
    }

    /** The keys with those farther away, or why there are none: a password that is wrong is tried once in a run. */
    private record Read(Keys keys, String refusal) {
        static Read of(Written written) {
            try {
                return new Read(KeysReader.keysOf(written), null);
            } catch (IllegalArgumentException e) {
                return new Read(null, e.getMessage());
            }
        }
    }

    /**
     * The keys of the element and, of those farther away, the ones whose names it does not have. The same object as long
     * as nothing changes.
     *
     * @param outer the keys of the elements farther away
     * @throws IllegalArgumentException with one clear sentence that shows no digit of a key
     */
    public Keys read(RunContext asked, Keys outer) {
        if (run != asked || written.outer() != outer || !isConstantAndTheSame()) {
            readAnew(asked, outer);
        }
        if (read.refusal() != null) {
            throw new IllegalArgumentException(read.refusal());
        }
        return read.keys();
    }

    /** Whether no property has an expression, and each is the text that was read before. Allocates nothing. */
    private boolean isConstantAndTheSame() {
        for (int i = 0; i < places.length; i++) {
            Object place = place(PROPERTIES.get(i));
            if (place != places[i] || !(place instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private Object place(PropertyDescriptor<?, ?> property) {
        return JMeterExpressions.place(element.getProperty(property.getName()));
    }

    private void readAnew(RunContext asked, Keys outer) {
        String[] texts = new String[PROPERTIES.size()];
        for (int i = 0; i < texts.length; i++) {
            places[i] = place(PROPERTIES.get(i));
            texts[i] = evaluated(PROPERTIES.get(i));
        }
        Written now = new Written(texts, outer);
        if (run != asked || !now.equals(written)) {
            read = OF_RUN.get(asked, now);
            written = now;
            run = asked;
        }
    }

    /**
     * What each line gives, for an editor, read anew.
     *
     * @param outer the keys of the elements farther away
     * @throws IllegalArgumentException with one clear sentence if something beyond the lines cannot be used
     */
    public List<CheckedKey> check(Keys outer) {
        PropertyReader reader = new PropertyReader(element);
        KeyParity parity = parity(reader);
        return KeyLines.check(evaluated(SCHEMA.keys), parity, beyondLines(reader, parity, outer));
    }

    private String evaluated(PropertyDescriptor<?, ?> property) {
        try {
            return JMeterExpressions.read(element, property);
        } catch (ExpressionFailure e) {
            throw new IllegalArgumentException(property.getShortName() + ": " + e.inWords(true));
        }
    }

    private static Keys keysOf(Written written) {
        PropertyReader reader = new PropertyReader(written::text);
        KeyParity parity = parity(reader);
        Keys beyondLines = beyondLines(reader, parity, written.outer());
        return KeyLines.read(written.text(SCHEMA.keys), parity, beyondLines).under(beyondLines);
    }

    private static KeyParity parity(PropertyReader reader) {
        return KeyParity.valueOf(
                reader.choice(SCHEMA.parity, PARITIES.toArray(String[]::new)).toUpperCase(Locale.ROOT));
    }

    private static Keys beyondLines(PropertyReader reader, KeyParity parity, Keys outer) {
        Path file = reader.file(SCHEMA.file);
        return file == null
                ? outer
                : ofFile(KeyFile.open(file), reader, parity, outer).under(outer);
    }

    private static Keys ofFile(KeyFile file, PropertyReader reader, KeyParity parity, Keys outer) {
        String password = reader.secret(SCHEMA.filePassword);
        if (!file.isEnciphered() || !password.isEmpty()) {
            return file.keys(password, parity, outer);
        }
        String variable = reader.text(SCHEMA.filePasswordVariable);
        String held = variable.isEmpty() ? null : System.getenv(variable);
        if (held == null || held.isEmpty()) {
            throw new IllegalArgumentException(file + " is enciphered, but there is no password: filePassword is blank"
                    + (variable.isEmpty() ? "" : ", and the environment variable " + variable + " is not set"));
        }
        return file.keys(held, parity, outer);
    }
}
