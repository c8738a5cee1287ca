/** Heard: the samples of a run that goes on, here or on remote agents, and what is told of them meanwhile. */
package io.github.isostress.jmeter.live;
