/** The commands of the plugin's jar. */
package io.github.isostress.jmeter.command;
