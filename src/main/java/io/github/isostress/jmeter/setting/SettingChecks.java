package io.github.isostress.jmeter.setting;

import io.github.isostress.connect.HostOrder;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.judgement.VerifiedSeals;
import io.github.isostress.link.Keep;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ListedSecrets;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.template.TemplateText;
import io.github.isostress.pace.Rate;
import io.github.isostress.seal.NewKeys;
import io.github.isostress.tls.ClientNames;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.LocalAddresses;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * Which check each text property has, as it is written. One that is not named here takes any text: a name, a password;
 * or it is a closed list of words, or a text about which its panel has sentences of its own. Stateless.
 */
public final class SettingChecks {
    private static final String NONE = "none";
    private static final String NETWORK_MANAGEMENT = "network management";
    private static final String SEPARATORS = ", \t\r\n";
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_TIMEOUT = 3_600_000;
    private static final int A_DAY = 86_400;
    private static final int LARGEST_BUFFER = 100_000_000;
    private static final int LARGEST_WINDOW = 1_000_000;
    private static final int MOST_CONNECTS = 100_000;
    private static final int MOST_HOST_CONNECTIONS = 1_000;

    private static final SettingCheck PORT = SettingCheck.whole(1, HIGHEST_PORT).orBlank();
    private static final SettingCheck LISTEN_PORT =
            SettingCheck.whole(0, HIGHEST_PORT).orBlank();
    private static final SettingCheck TIMEOUT = SettingCheck.whole(1, LONGEST_TIMEOUT);
    private static final SettingCheck BUFFER =
            SettingCheck.whole(0, LARGEST_BUFFER).orBlank();
    private static final SettingCheck ENDPOINTS = SettingCheck.readBy(text -> Endpoint.parse(text, "1"));
    private static final SettingCheck PAUSE = SettingCheck.readBy(ReconnectPause::parse);
    private static final SettingCheck CODES = SettingCheck.readBy(SettingChecks::codes);
    private static final SettingCheck ELEMENTS = SettingCheck.readBy(SettingChecks::elements);
    private static final SettingCheck VARIABLES = SettingCheck.readBy(ResponseVariables::parse);
    private static final SettingCheck LINES =
            text -> TemplateText.parse(text).problems().stream().findFirst().map(TemplateProblem::sentence);

    private static final Map<String, SettingCheck> CHECKS = new HashMap<>();

    static {
        connection(Iso8583ConnectionSchema.INSTANCE);
        life(Iso8583ConnectionSchema.INSTANCE);
        sessionMessages(Iso8583ConnectionSchema.INSTANCE);
        tls(Iso8583ConnectionSchema.INSTANCE);
        host(Iso8583HostSchema.INSTANCE);
        answers();
        others();
    }

    private SettingChecks() {}

    /** The check of that property. */
    public static SettingCheck of(StringPropertyDescriptor<?> property) {
        return CHECKS.getOrDefault(property.getName(), SettingCheck.NONE);
    }

    private static void put(SettingCheck check, StringPropertyDescriptor<?>... properties) {
        for (StringPropertyDescriptor<?> property : properties) {
            CHECKS.put(property.getName(), check);
        }
    }

    private static void connection(Iso8583ConnectionSchema schema) {
        put(ENDPOINTS, schema.host);
        put(PORT, schema.port);
        put(LISTEN_PORT, schema.listenPort);
        put(TIMEOUT, schema.connectTimeout, schema.acceptTimeout);
        put(SettingCheck.readBy(HostOrder::parse), schema.hostOrder);
        put(SettingCheck.readBy(SettingChecks::packager), schema.packager);
        put(SettingCheck.readBy(ListedSecrets::parse), schema.hide);
        put(SettingCheck.readBy(LocalAddresses::parse), schema.localAddresses);
        put(BUFFER, schema.receiveBuffer, schema.sendBuffer);
    }

    private static void life(Iso8583ConnectionSchema schema) {
        put(SettingCheck.readBy(Keep::parse), schema.keep);
        put(SettingCheck.whole(0, LARGEST_WINDOW).orBlank(), schema.window);
        put(SettingCheck.whole(0, LONGEST_TIMEOUT), schema.poolWait);
        put(PAUSE, schema.reconnectPause);
        put(SettingCheck.decimal(0, MOST_CONNECTS).orBlank(), schema.connectsPerSecond);
        put(SettingCheck.readBy(SettingChecks::unsolicited), schema.unsolicited);
    }

    private static void sessionMessages(Iso8583ConnectionSchema schema) {
        put(LINES, schema.signOn, schema.echo, schema.signOff, schema.unsolicitedAnswer);
        put(CODES, schema.signOnCodes, schema.echoCodes, schema.signOffCodes);
        put(TIMEOUT, schema.sessionMessageTimeout);
        put(SettingCheck.whole(1, A_DAY), schema.echoIdle);
        put(SettingCheck.readBy(NewKeys::parse), schema.newKeys);
    }

    private static void tls(Iso8583ConnectionSchema schema) {
        put(SettingCheck.file(), schema.keyStore, schema.trustStore, schema.privateKey);
        put(SettingCheck.someOf(List.of(supported().getProtocols())), schema.protocols);
        put(SettingCheck.readBy(SettingChecks::cipherSuites), schema.cipherSuites);
        put(SettingCheck.readBy(SNIHostName::new).orBlank(), schema.serverName);
        put(SettingCheck.readBy(ClientNames::parse), schema.clientNames);
    }

    private static void host(Iso8583HostSchema schema) {
        put(LISTEN_PORT, schema.port);
        put(ENDPOINTS, schema.connectTo);
        put(PORT, schema.connectPort);
        put(SettingCheck.whole(1, MOST_HOST_CONNECTIONS), schema.connections);
        put(PAUSE, schema.reconnectPause);
        put(SettingCheck.readBy(SettingChecks::packager), schema.packager);
        put(SettingCheck.file(), schema.keyStore, schema.trustStore);
    }

    private static void answers() {
        Iso8583RequestSchema request = Iso8583RequestSchema.INSTANCE;
        Iso8583ReplySchema reply = Iso8583ReplySchema.INSTANCE;
        put(SettingCheck.readBy(SettingChecks::timeout), request.responseTimeout, reply.requestTimeout);
        put(CODES, request.successCodes);
        put(ELEMENTS, request.matchElements, request.returnedElements);
        put(VARIABLES, request.variables, reply.variables, Iso8583FieldExtractorSchema.INSTANCE.variables);
        put(SettingChecks::verified, request.verified, Iso8583MessageDefaultsSchema.INSTANCE.verified);
    }

    private static void others() {
        put(SettingCheck.readBy(MessageRules::parse), Iso8583AssertionSchema.INSTANCE.rules);
        put(SettingCheck.readBy(Rate::parse), Iso8583RateTimerSchema.INSTANCE.rate);
        put(SettingCheck.whole(0, A_DAY), Iso8583RateTimerSchema.INSTANCE.beginWithin);
        put(SettingCheck.file(), Iso8583KeysSchema.INSTANCE.file);
    }

    private static void packager(String name) {
        Packagers.find(name, PropertyReader::resolve);
    }

    private static void unsolicited(String mtis) {
        if (!mtis.equals(NONE) && !mtis.equals(NETWORK_MANAGEMENT) && !mtis.matches("\\d{4}([ ,]+\\d{4})*")) {
            throw new IllegalArgumentException(
                    "write network management, none, or MTIs of 4 digits, such as 0800 0820");
        }
    }

    private static void cipherSuites(String suites) {
        List<String> known = List.of(supported().getCipherSuites());
        for (String suite : suites.split("[\\s,]+")) {
            if (!suite.isEmpty() && !known.contains(suite)) {
                throw new IllegalArgumentException("'" + suite + "' is no cipher suite of this JVM");
            }
        }
    }

    private static SSLParameters supported() {
        try {
            return SSLContext.getDefault().getSupportedSSLParameters();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void timeout(String text) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException("it needs a whole number, 1 to 3600000");
        }
    }

    private static void codes(String text) {
        requireAny(text, "write the values of DE 39, or * for any answer");
    }

    /** A list, which may be {@code none}. */
    private static void elements(String text) {
        requireAny(text, "write element numbers, or none");
        if (!text.equals(NONE)) {
            Arrays.stream(StringUtils.split(text, SEPARATORS)).forEach(ElementPath::parse);
        }
    }

    /** Of the lines that say what elements of the answer must be; their expressions are not evaluated. */
    private static Optional<String> verified(String text) {
        return VerifiedSeals.problems(text, JMeterExpressions.INSTANCE).stream()
                .findFirst()
                .map(TemplateProblem::sentence);
    }

    private static void requireAny(String written, String sentence) {
        if (StringUtils.split(written, SEPARATORS).length == 0) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
