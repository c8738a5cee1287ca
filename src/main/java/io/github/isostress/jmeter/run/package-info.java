/** Begun and ended: what a test does first and last, and the files that it leaves beside its results. */
package io.github.isostress.jmeter.run;
