/** A run is followed in JMeter's window. */
package io.github.isostress.window.live;
