package io.github.isostress.failure;

/**
 * Every way a sample can fail other than by the host's own answer. The {@link #name() name} is the sample's response
 * code and {@link #sentence() sentence} its response message; neither ever carries a varying value, so that
 * reports group by them. What varies is the detail of a {@link FailureException}.
 */
public enum Failure {
    CONFIG_ERROR("The configuration cannot be used"),
    TEMPLATE_ERROR("The request could not be built from its template"),
    UNKNOWN_HOST("The host name could not be resolved"),
    CONNECTION_REFUSED("The host refused the connection"),
    CONNECT_TIMEOUT("The connection was not established in time"),
    CONNECT_FAILED("The connection could not be established"),
    TLS_FAILURE("The TLS session could not be established or was ended by an alert"),
    RESPONSE_TIMEOUT("No response came in time"),
    CLOSED_BY_HOST("The host closed the connection before it had answered"),
    CONNECTION_RESET("The connection was reset before the response had come"),
    BAD_FRAME("What came is not a frame of the configured framing"),
    UNPACK_ERROR("The response could not be unpacked by the packager"),
    UNMATCHED_RESPONSE("Only messages that do not answer the request came in time"),
    NO_RESPONSE_CODE("The response has no DE 39"),
    INTERRUPTED("The sample was interrupted while it waited"),
    INTERNAL_ERROR("The plugin itself has failed, jmeter.log says where");

    private final String sentence;

    Failure(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence for people, without a full stop and without any value that differs between samples. */
    public String sentence() {
        return sentence;
    }
}
