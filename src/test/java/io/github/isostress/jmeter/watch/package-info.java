/** What a run in JMeter knows of the machine and the JVM that make its load. */
package io.github.isostress.jmeter.watch;
