package io.github.isostress.jmeter.setting;

import io.github.isostress.crypto.key.KeyLines;
import io.github.isostress.crypto.key.KeyParity;
import org.apache.jmeter.config.ConfigTestElementSchema;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583Keys}. Their names are the JMX format and stay as they are. */
public final class Iso8583KeysSchema extends ConfigTestElementSchema {
    /** The only instance. */
    public static final Iso8583KeysSchema INSTANCE = new Iso8583KeysSchema();

    /** The keys, one a line, as {@link KeyLines} reads them. */
    public final StringPropertyDescriptor<Iso8583KeysSchema> keys = stringDescriptor("keys", "Iso8583Keys.keys", "");

    /** A file of more keys, relative to the plan's folder; blank for none. */
    public final StringPropertyDescriptor<Iso8583KeysSchema> file = stringDescriptor("file", "Iso8583Keys.file", "");

    /** The password of an enciphered file; blank if an environment variable holds it. */
    public final StringPropertyDescriptor<Iso8583KeysSchema> filePassword =
            stringDescriptor("filePassword", "Iso8583Keys.filePassword", "");

    /** The name of the environment variable that holds the password if it is not given. */
    public final StringPropertyDescriptor<Iso8583KeysSchema> filePasswordVariable =
            stringDescriptor("filePasswordVariable", "Iso8583Keys.filePasswordVariable", "ISO8583_KEYS_PASSWORD");

    /** What is done about the parity bits of 3DES keys: a {@link KeyParity} in lower case. */
    public final StringPropertyDescriptor<Iso8583KeysSchema> parity =
            stringDescriptor("parity", "Iso8583Keys.parity", "adjusted");

    /** A file that keeps the counters of terminals and cards beyond the run; blank for none. */
    public final StringPropertyDescriptor<Iso8583KeysSchema> counterFile =
            stringDescriptor("counterFile", "Iso8583Keys.counterFile", "");

    private Iso8583KeysSchema() {}
}
