/** Tests of samples whose messages are sealed and whose answers are verified. */
package io.github.isostress.jmeter.sealed;
