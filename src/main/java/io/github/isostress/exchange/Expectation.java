package io.github.isostress.exchange;

/** What is waited for after a request was sent. */
public enum Expectation {
    /** Its answer, until the deadline. */
    ANSWER,
    /** Nothing: the exchange ends when the request was written. An answer that does come is no failure. */
    NOTHING
}
