/** The other end: an embedded host for demos, rehearsal and calibration. */
package io.github.isostress.host;
