/** Connections that many threads use at once, as JMeter runs them: under load, faults and losses, both ways round. */
package io.github.isostress.jmeter.shared;
