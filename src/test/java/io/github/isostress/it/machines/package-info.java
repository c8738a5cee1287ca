/** One plan on several machines: a controller and its remote agents, each a JMeter in its own process. */
package io.github.isostress.it.machines;
