/** Dealt: which of all numbers the messages of a run have, when several machines make its load, and each machine's part of a rate. */
package io.github.isostress.jmeter.number;
