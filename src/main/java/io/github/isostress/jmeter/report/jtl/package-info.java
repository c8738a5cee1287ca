/** Read back: the samples of a JTL that JMeter has written, and why they failed, from the logs beside it. */
package io.github.isostress.jmeter.report.jtl;
