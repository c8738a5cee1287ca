/** JMeter functions: new values for each request, and properties with defaults; IsoFunction says how to add one. */
package io.github.isostress.jmeter.function;
