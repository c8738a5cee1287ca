/** A run's figures, read from the JTL that JMeter has written. */
package io.github.isostress.jmeter.report;
