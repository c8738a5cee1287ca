/** Reported: the way of a request inside JMeter, from a plan's elements to JMeter's samples. */
package io.github.isostress.jmeter;
