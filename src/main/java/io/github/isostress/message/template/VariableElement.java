package io.github.isostress.message.template;

/** An element of a template that may differ from message to message. Implementations are immutable and thread-safe. */
interface VariableElement {
    /** The data element's number, 0 for the MTI. */
    int number();

    /**
     * Checks and keeps what the element needs to be written; to be called first for each message.
     *
     * @throws BrokenRule naming the line, the element and the rule that is broken
     */
    void prepare(FilledMessage message);

    /** Whether the message has the element: one whose value came out empty is left out. */
    boolean isPresent(FilledMessage message);

    /** How many bytes it takes if it is present, length prefix included. */
    int length(FilledMessage message);

    /** Writes it, if it is present, into bytes that are all zeros from {@code at}. */
    void write(FilledMessage message, byte[] bytes, int at);
}
