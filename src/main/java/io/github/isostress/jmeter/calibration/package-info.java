/** Calibrated: how much of a plan's messages this machine can carry, and what it measures when nothing is slow. */
package io.github.isostress.jmeter.calibration;
