/** Real windows: scenarios that are played in a JMeter on a screen of its own. */
package io.github.isostress.window;
