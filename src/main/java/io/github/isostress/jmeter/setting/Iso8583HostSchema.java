package io.github.isostress.jmeter.setting;

import org.apache.jmeter.config.ConfigTestElementSchema;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583Host}. Their names are the JMX format and stay as they are. */
public final class Iso8583HostSchema extends ConfigTestElementSchema {
    /** The only instance. */
    public static final Iso8583HostSchema INSTANCE = new Iso8583HostSchema();

    /** Whether to start the host with the test. */
    public final BooleanPropertyDescriptor<Iso8583HostSchema> start =
            booleanDescriptor("start", "Iso8583Host.start", true);

    /** {@code listen}, or {@code connect} to the tested system. */
    public final StringPropertyDescriptor<Iso8583HostSchema> direction =
            stringDescriptor("direction", "Iso8583Host.direction", "listen");

    /** Names or addresses to connect to, each with or without a port. */
    public final StringPropertyDescriptor<Iso8583HostSchema> connectTo =
            stringDescriptor("connectTo", "Iso8583Host.connectTo", "127.0.0.1");

    /** The port to connect to where a name has none. */
    public final StringPropertyDescriptor<Iso8583HostSchema> connectPort =
            stringDescriptor("connectPort", "Iso8583Host.connectPort", "");

    /** How many connections to keep open. */
    public final StringPropertyDescriptor<Iso8583HostSchema> connections =
            stringDescriptor("connections", "Iso8583Host.connections", "1");

    /** How long to wait before connecting again. */
    public final StringPropertyDescriptor<Iso8583HostSchema> reconnectPause =
            stringDescriptor("reconnectPause", "Iso8583Host.reconnectPause", "100 x2 max 10000 jitter 20%");

    /** The local address to listen on. */
    public final StringPropertyDescriptor<Iso8583HostSchema> address =
            stringDescriptor("address", "Iso8583Host.address", "127.0.0.1");

    /** The port to listen on; 0 for a free one. */
    public final StringPropertyDescriptor<Iso8583HostSchema> port = stringDescriptor("port", "Iso8583Host.port", "0");

    /** The JMeter property that publishes the port. */
    public final StringPropertyDescriptor<Iso8583HostSchema> portProperty =
            stringDescriptor("portProperty", "Iso8583Host.portProperty", "iso8583.host.port");

    /** A preset and what differs from it. */
    public final StringPropertyDescriptor<Iso8583HostSchema> framing =
            stringDescriptor("framing", "Iso8583Host.framing", "binary2");

    /** A built-in packager's name, a packager file, or {@code none}. */
    public final StringPropertyDescriptor<Iso8583HostSchema> packager =
            stringDescriptor("packager", "Iso8583Host.packager", "iso87ascii");

    /** The rules, one a line; blank, or only comments, to approve every request. */
    public final StringPropertyDescriptor<Iso8583HostSchema> rules = stringDescriptor("rules", "Iso8583Host.rules", "");

    /** What is verified in requests and signed in answers, one line each; blank for nothing. */
    public final StringPropertyDescriptor<Iso8583HostSchema> seals = stringDescriptor("seals", "Iso8583Host.seals", "");

    /** Whether to use TLS. */
    public final BooleanPropertyDescriptor<Iso8583HostSchema> useTls =
            booleanDescriptor("useTls", "Iso8583Host.useTls", false);

    /** The certificate and its key, PKCS#12 or JKS: the host's, or the one to show where the host connects. */
    public final StringPropertyDescriptor<Iso8583HostSchema> keyStore =
            stringDescriptor("keyStore", "Iso8583Host.keyStore", "");

    /** The key store's password. */
    public final StringPropertyDescriptor<Iso8583HostSchema> keyStorePassword =
            stringDescriptor("keyStorePassword", "Iso8583Host.keyStorePassword", "");

    /** Whether clients must show a trusted certificate. */
    public final BooleanPropertyDescriptor<Iso8583HostSchema> requireClientCertificate =
            booleanDescriptor("requireClientCertificate", "Iso8583Host.requireClientCertificate", false);

    /** The CAs of clients, or of the system to connect to: PEM, PKCS#12 or JKS; the JVM's if blank. */
    public final StringPropertyDescriptor<Iso8583HostSchema> trustStore =
            stringDescriptor("trustStore", "Iso8583Host.trustStore", "");

    /** The trust store's password. */
    public final StringPropertyDescriptor<Iso8583HostSchema> trustStorePassword =
            stringDescriptor("trustStorePassword", "Iso8583Host.trustStorePassword", "");

    /** Whether the certificate of the system to connect to must be for its name. */
    public final BooleanPropertyDescriptor<Iso8583HostSchema> verifyHostName =
            booleanDescriptor("verifyHostName", "Iso8583Host.verifyHostName", true);

    /** Whether answers return PIN blocks, tracks, other secrets and MACs of the requests. */
    public final BooleanPropertyDescriptor<Iso8583HostSchema> returnSecrets =
            booleanDescriptor("returnSecrets", "Iso8583Host.returnSecrets", false);

    private Iso8583HostSchema() {}
}
