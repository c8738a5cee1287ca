/** Installed: where the plugin's jars lie, and which of them lie there more than once. */
package io.github.isostress.jmeter.install;
