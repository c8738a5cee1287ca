package io.github.isostress.jmeter.rehearsal;

/**
 * A variable that the plan gives its threads, as far as an editor needs it: nothing of its value.
 *
 * @param name as expressions call it
 * @param origin what gives it a value, in words
 */
public record KnownVariable(String name, String origin) {}
