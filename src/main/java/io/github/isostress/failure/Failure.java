package io.github.isostress.failure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The failure codes: every way a sample can fail other than by the host's own answer. The {@link #name() name} is the
 * sample's response code, the {@link #sentence() sentence} its response message. Both are the same in every sample, so
 * that reports can group by them; the particulars are in a {@link FailureReport}.
 *
 * <p>To add a code, add a constant and list it in the sets below to which it belongs, and in {@code Explanation} if the
 * bytes that came explain it. Tests then demand its row in the documentation's codes and symptoms, its entry in the
 * help, and a plan in which it happens.
 */
public enum Failure {
    CONFIG_ERROR("The configuration cannot be used"),
    TEMPLATE_ERROR("The message could not be built from its template"),
    KEY_STORE_MISSING("A key store or trust store file does not exist"),
    KEY_STORE_PASSWORD("The password of a key store or trust store is wrong"),
    KEY_STORE_WITHOUT_KEY("The key store holds no private key that can be used"),
    KEY_STORE_UNREADABLE("A key store or trust store cannot be read"),

    UNKNOWN_HOST("The host name could not be resolved"),
    CONNECTION_REFUSED("The host refused the connection"),
    HOST_UNREACHABLE("There is no route to the host"),
    CONNECT_TIMEOUT("The connection was not established in time"),
    CONNECT_FAILED("The connection could not be established"),
    POOL_TIMEOUT("No connection of the pool became free in time"),
    PORT_IN_USE("Another program listens on the port on which the host is to connect"),
    LISTEN_FAILED("This machine cannot listen where the host is to connect"),
    NOBODY_CONNECTED("No client connected in time"),
    CLIENT_LEFT("A client connected and left before its connection was used"),
    WINDOW_TIMEOUT("No shared connection could take the request in time"),

    TLS_NOT_SPOKEN("The host does not speak TLS"),
    TLS_NOTHING_IN_COMMON("The host and this machine have no TLS version or no cipher suite in common"),
    TLS_CERTIFICATE_UNTRUSTED("No trusted CA has issued the host's certificate"),
    TLS_CERTIFICATE_EXPIRED("The host's certificate is not valid at this time"),
    TLS_WRONG_HOST_NAME("The host's certificate is not for the name that was connected to"),
    TLS_CLIENT_CERTIFICATE_REQUIRED("The host requires a client certificate and none was shown"),
    TLS_CLIENT_CERTIFICATE_REJECTED("The host rejects the client certificate"),
    TLS_CLIENT_CERTIFICATE_MISSING("A client must show a certificate to connect and showed none"),
    TLS_CLIENT_NAME_REFUSED("A client's certificate is for none of the names that may connect"),
    TLS_HANDSHAKE_TIMEOUT("The TLS handshake did not end in time"),
    TLS_HANDSHAKE_BROKEN_OFF("The host broke the TLS handshake off without an alert"),
    TLS_FAILURE("The TLS session could not be established or was ended by an alert"),

    SIGN_ON_REFUSED("The host refused the sign-on"),
    NEW_KEY_REFUSED("The answer to a session message brings a key that cannot be used"),
    SEND_FAILED("The message could not be sent"),
    RESPONSE_TIMEOUT("No response came in time"),
    PARTIAL_FRAME("Only a part of a frame came in time"),
    CLOSED_BY_HOST("The host closed the connection before it had answered"),
    CLOSED_INSIDE_FRAME("The host closed the connection inside a frame"),
    CONNECTION_RESET("The connection was reset before the response had come"),
    BAD_FRAME("What came is not a frame of the configured framing"),
    FRAME_LENGTH("The length in front of a frame is out of bounds"),
    UNPACK_ERROR("The message that came could not be unpacked by the packager"),
    UNMATCHED_RESPONSE("Only messages that do not answer the request came in time"),
    KEYS_UNDER_WAY("Another request with the same match elements waits for its answer on the connection"),
    ORDER_LOST("The answers on the connection can no longer be told by their order"),
    UNMATCHED_FRAME("A message came that answers no request"),
    WRONG_MTI("The response has the request's keys, but its MTI is no answer to the request's"),
    LATE_RESPONSE("The answer to an earlier request came after its time was up"),
    DUPLICATE_RESPONSE("The answer to an earlier request came once more"),
    ECHO_MISMATCH("The response returns elements of the request with other values"),
    NO_RESPONSE_CODE("The response has no DE 39"),
    MAC_MISMATCH("The MAC of the response is wrong"),
    MAC_MISSING("The response has no MAC"),
    ARPC_MISMATCH("The ARPC of the response is wrong"),
    ARPC_MISSING("The response has no ARPC"),
    NOT_VERIFIED("A MAC or ARPC of the response could not be verified"),
    NO_REQUEST("No request came in time"),
    NOT_ANSWERED("A request was taken and never answered"),

    INTERRUPTED("The sample was interrupted while it waited"),
    INTERNAL_ERROR("The plugin itself has failed, jmeter.log says where");

    private static final Set<Failure> OF_CONFIGURATION = EnumSet.of(
            CONFIG_ERROR,
            TEMPLATE_ERROR,
            KEY_STORE_MISSING,
            KEY_STORE_PASSWORD,
            KEY_STORE_WITHOUT_KEY,
            KEY_STORE_UNREADABLE);

    private static final Set<Failure> LOSSES_OF_CONNECTION = EnumSet.of(
            SEND_FAILED,
            CLOSED_BY_HOST,
            CLOSED_INSIDE_FRAME,
            CONNECTION_RESET,
            TLS_CLIENT_CERTIFICATE_REQUIRED,
            TLS_CLIENT_CERTIFICATE_REJECTED,
            TLS_FAILURE);

    private static final Map<String, Failure> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Failure::name, Function.identity()));

    private final String sentence;

    Failure(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence for users, without a full stop, the same in every sample. */
    public String sentence() {
        return sentence;
    }

    /** Whether the cause is in the plan or in a file of this machine: no attempt can send anything. */
    public boolean isOfConfiguration() {
        return OF_CONFIGURATION.contains(this);
    }

    /** Whether the host has ended a connection on which a request was sent. */
    public boolean isLossOfConnection() {
        return LOSSES_OF_CONNECTION.contains(this);
    }

    /** The failure with that response code; empty for any other code, such as a value of DE 39. */
    public static Optional<Failure> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
