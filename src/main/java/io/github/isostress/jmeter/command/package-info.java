/** Commanded: what the plugin's jar does from a command line, without a plan and without JMeter's window. */
package io.github.isostress.jmeter.command;
