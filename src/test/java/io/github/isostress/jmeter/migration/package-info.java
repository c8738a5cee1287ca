/** Plans of the plugin jmeter-iso8583, taken over. */
package io.github.isostress.jmeter.migration;
