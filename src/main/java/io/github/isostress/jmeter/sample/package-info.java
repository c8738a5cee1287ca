/** Reported: outcomes and events of connections as JMeter's samples, and their text. */
package io.github.isostress.jmeter.sample;
