package io.github.isostress.jmeter.element;

import org.apache.jmeter.config.ConfigTestElementSchema;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@link Iso8583Connection}. Their names are the JMX format and stay as they are. */
public final class Iso8583ConnectionSchema extends ConfigTestElementSchema {
    /** The only instance. */
    public static final Iso8583ConnectionSchema INSTANCE = new Iso8583ConnectionSchema();

    /** The host's name or address. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> host =
            stringDescriptor("host", "Iso8583Connection.host", "127.0.0.1");

    /** The host's port. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> port =
            stringDescriptor("port", "Iso8583Connection.port", "");

    /** A preset and what differs from it. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> framing =
            stringDescriptor("framing", "Iso8583Connection.framing", "binary2");

    /** A built-in packager's name, a packager file, or {@code none}. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> packager =
            stringDescriptor("packager", "Iso8583Connection.packager", "iso87ascii");

    /** For connecting and the TLS handshake together, in milliseconds. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> connectTimeout =
            stringDescriptor("connectTimeout", "Iso8583Connection.connectTimeout", "10000");

    /** Whether to use TLS. */
    public final BooleanPropertyDescriptor<Iso8583ConnectionSchema> useTls =
            booleanDescriptor("useTls", "Iso8583Connection.useTls", false);

    /** The client certificate and its key, PKCS#12 (PFX) or JKS. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> keyStore =
            stringDescriptor("keyStore", "Iso8583Connection.keyStore", "");

    /** The key store's password. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> keyStorePassword =
            stringDescriptor("keyStorePassword", "Iso8583Connection.keyStorePassword", "");

    /** The trusted CAs: PEM, PKCS#12 or JKS; the JVM's if blank. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> trustStore =
            stringDescriptor("trustStore", "Iso8583Connection.trustStore", "");

    /** The trust store's password. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> trustStorePassword =
            stringDescriptor("trustStorePassword", "Iso8583Connection.trustStorePassword", "");

    /** Whether to accept any certificate. */
    public final BooleanPropertyDescriptor<Iso8583ConnectionSchema> trustAll =
            booleanDescriptor("trustAll", "Iso8583Connection.trustAll", false);

    /** Whether the host's certificate must be for the host's name. */
    public final BooleanPropertyDescriptor<Iso8583ConnectionSchema> verifyHostName =
            booleanDescriptor("verifyHostName", "Iso8583Connection.verifyHostName", true);

    /** TLS versions to offer, separated by commas or blanks; the JVM's if blank. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> protocols =
            stringDescriptor("protocols", "Iso8583Connection.protocols", "");

    /** The name in the SNI extension; the host's name if blank. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> serverName =
            stringDescriptor("serverName", "Iso8583Connection.serverName", "");

    private Iso8583ConnectionSchema() {}
}
