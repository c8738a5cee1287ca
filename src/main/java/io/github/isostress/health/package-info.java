/** Observed: what became of a run's requests and connections, counted while it runs, without any result file. */
package io.github.isostress.health;
