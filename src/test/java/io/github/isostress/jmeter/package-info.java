/** What the tests of JMeter elements share: JMeter's settings and plans that run. */
package io.github.isostress.jmeter;
