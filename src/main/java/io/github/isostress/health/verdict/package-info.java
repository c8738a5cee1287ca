/** Concluded: whether a run's figures are the host's, or those of the machine that made the load. */
package io.github.isostress.health.verdict;
