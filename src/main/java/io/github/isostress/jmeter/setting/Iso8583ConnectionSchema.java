package io.github.isostress.jmeter.setting;

import io.github.isostress.connect.Direction;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.seal.NewKeys;
import org.apache.jmeter.config.ConfigTestElementSchema;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583Connection}. Their names are the JMX format and stay as they are. */
public final class Iso8583ConnectionSchema extends ConfigTestElementSchema {
    /** The only instance. */
    public static final Iso8583ConnectionSchema INSTANCE = new Iso8583ConnectionSchema();

    /** The host's name or address. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> host =
            stringDescriptor("host", "Iso8583Connection.host", "127.0.0.1");

    /** The host's port. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> port =
            stringDescriptor("port", "Iso8583Connection.port", "");

    /** Who makes the connection: {@code we connect} or {@code the host connects}. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> direction =
            stringDescriptor("direction", "Iso8583Connection.direction", Direction.WE_CONNECT.words());

    /** The address of this machine on which to listen for the host; blank for all. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> listenAddress =
            stringDescriptor("listenAddress", "Iso8583Connection.listenAddress", "");

    /** The port on which to listen for the host; 0 for a free one. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> listenPort =
            stringDescriptor("listenPort", "Iso8583Connection.listenPort", "");

    /** How long a sample may wait for the host to connect, in milliseconds. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> acceptTimeout =
            stringDescriptor("acceptTimeout", "Iso8583Connection.acceptTimeout", "30000");

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

    /** Whether a host that connects must show a certificate that is trusted. */
    public final BooleanPropertyDescriptor<Iso8583ConnectionSchema> requireClientCertificate =
            booleanDescriptor("requireClientCertificate", "Iso8583Connection.requireClientCertificate", false);

    /** The names of hosts that may connect, separated by commas; blank for any. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> clientNames =
            stringDescriptor("clientNames", "Iso8583Connection.clientNames", "");

    /** TLS versions to offer, separated by commas or blanks; the JVM's if blank. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> protocols =
            stringDescriptor("protocols", "Iso8583Connection.protocols", "");

    /** The name in the SNI extension; the host's name if blank. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> serverName =
            stringDescriptor("serverName", "Iso8583Connection.serverName", "");

    /** One certificate of a key store that holds several; blank is the JVM's choice. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> keyAlias =
            stringDescriptor("keyAlias", "Iso8583Connection.keyAlias", "");

    /** The PEM key of a client certificate that is a PEM file without it. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> privateKey =
            stringDescriptor("privateKey", "Iso8583Connection.privateKey", "");

    /** Cipher suites to offer, separated by commas or blanks; the JVM's if blank. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> cipherSuites =
            stringDescriptor("cipherSuites", "Iso8583Connection.cipherSuites", "");

    /** Whether handshakes are full or resume a session: {@code full}, {@code thread} or {@code shared}. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> resumption =
            stringDescriptor("resumption", "Iso8583Connection.resumption", "full");

    /** How long a connection is kept. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> keep =
            stringDescriptor("keep", "Iso8583Connection.keep", "thread");

    /** How long a sample may wait for a free connection of a pool or a place on a shared one, in milliseconds. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> poolWait =
            stringDescriptor("poolWait", "Iso8583Connection.poolWait", "10000");

    /** Which shared connection takes a request: {@code fewest under way} or {@code in turn}. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> sharedChoice =
            stringDescriptor("sharedChoice", "Iso8583Connection.sharedChoice", "fewest under way");

    /** How many requests may be under way on a shared connection; blank for any number. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> window =
            stringDescriptor("window", "Iso8583Connection.window", "");

    /** When these properties are read: {@code thread} or {@code connect}. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> evaluate =
            stringDescriptor("evaluate", "Iso8583Connection.evaluate", "thread");

    /** Which of several hosts a connection goes to. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> hostOrder =
            stringDescriptor("hostOrder", "Iso8583Connection.hostOrder", "in turn");

    /** When a host's name is resolved: {@code each time} or {@code once}. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> resolve =
            stringDescriptor("resolve", "Iso8583Connection.resolve", "each time");

    /** Addresses of this machine to connect from, in turn; blank is the system's choice. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> localAddresses =
            stringDescriptor("localAddresses", "Iso8583Connection.localAddresses", "");

    /** Whether TCP asks an idle host whether it is still there. */
    public final BooleanPropertyDescriptor<Iso8583ConnectionSchema> keepAlive =
            booleanDescriptor("keepAlive", "Iso8583Connection.keepAlive", false);

    /** Whether closing resets the connection, so that no local port is kept waiting for late packets. */
    public final BooleanPropertyDescriptor<Iso8583ConnectionSchema> resetOnClose =
            booleanDescriptor("resetOnClose", "Iso8583Connection.resetOnClose", false);

    /** SO_RCVBUF in bytes; blank is the system's. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> receiveBuffer =
            stringDescriptor("receiveBuffer", "Iso8583Connection.receiveBuffer", "");

    /** SO_SNDBUF in bytes; blank is the system's. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> sendBuffer =
            stringDescriptor("sendBuffer", "Iso8583Connection.sendBuffer", "");

    /** The pause before connecting again after a failure. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> reconnectPause =
            stringDescriptor("reconnectPause", "Iso8583Connection.reconnectPause", "100 x2 max 10000 jitter 20%");

    /** New connections a second over all threads; blank for any number. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> connectsPerSecond =
            stringDescriptor("connectsPerSecond", "Iso8583Connection.connectsPerSecond", "");

    /** What to do when every sample fails by its configuration: {@code keep trying} or {@code end the test}. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> whenNothingCanBeSent =
            stringDescriptor("whenNothingCanBeSent", "Iso8583Connection.whenNothingCanBeSent", "keep trying");

    /** The template of the sign-on; blank for none. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> signOn =
            stringDescriptor("signOn", "Iso8583Connection.signOn", "");

    /** Values of DE 39 with which a sign-on is accepted. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> signOnCodes =
            stringDescriptor("signOnCodes", "Iso8583Connection.signOnCodes", ResponseRules.APPROVED);

    /** The template of the echo; blank for none. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> echo =
            stringDescriptor("echo", "Iso8583Connection.echo", "");

    /** Values of DE 39 with which an echo is answered. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> echoCodes =
            stringDescriptor("echoCodes", "Iso8583Connection.echoCodes", ResponseRules.APPROVED);

    /** When the echo is due: {@code when idle} or {@code always}. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> echoWhen =
            stringDescriptor("echoWhen", "Iso8583Connection.echoWhen", "when idle");

    /** After how many seconds the echo is sent. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> echoIdle =
            stringDescriptor("echoIdle", "Iso8583Connection.echoIdle", "60");

    /** The template of the sign-off; blank for none. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> signOff =
            stringDescriptor("signOff", "Iso8583Connection.signOff", "");

    /** Values of DE 39 with which a sign-off is accepted. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> signOffCodes =
            stringDescriptor("signOffCodes", "Iso8583Connection.signOffCodes", ResponseRules.APPROVED);

    /** Which keys the answers to session messages bring, in the words of {@link NewKeys}; blank for none. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> newKeys =
            stringDescriptor("newKeys", "Iso8583Connection.newKeys", "");

    /** How long the answer to a sign-on, echo or sign-off may take, in milliseconds. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> sessionMessageTimeout =
            stringDescriptor("ritualTimeout", "Iso8583Connection.ritualTimeout", "10000");

    /** MTIs of the host's own requests that are answered; {@code none} for none. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> unsolicited =
            stringDescriptor("unsolicited", "Iso8583Connection.unsolicited", "network management");

    /** Template lines that replace or add elements of the answer to a host's own request. */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> unsolicitedAnswer =
            stringDescriptor("unsolicitedAnswer", "Iso8583Connection.unsolicitedAnswer", "");

    /**
     * What is secret besides what every packager hides, as {@code 48.92 60-63 55.9F1F raw 30-37}; blank for nothing.
     */
    public final StringPropertyDescriptor<Iso8583ConnectionSchema> hide =
            stringDescriptor("hide", "Iso8583Connection.hide", "");

    private Iso8583ConnectionSchema() {}
}
