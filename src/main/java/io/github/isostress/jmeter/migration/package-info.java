/**
 * Taken over: the plans of another plugin, jmeter-iso8583, as plans of this one, and what of them could not be.
 *
 * <p>It works on the text of a JMX file, since JMeter cannot load elements whose plugin is not installed.
 */
package io.github.isostress.jmeter.migration;
