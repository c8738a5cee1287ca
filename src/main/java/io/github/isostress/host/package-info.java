/** The other end: an embedded host for demos, rehearsal and calibration, with faults on demand. */
package io.github.isostress.host;
