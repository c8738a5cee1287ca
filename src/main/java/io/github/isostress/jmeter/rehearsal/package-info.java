/** Tried: what a user may try, check or look into while a plan is written. */
package io.github.isostress.jmeter.rehearsal;
