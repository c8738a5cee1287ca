/** What the tests of JMeter elements have in common: JMeter's settings, a small plan, a host. */
package io.github.isostress.jmeter;
