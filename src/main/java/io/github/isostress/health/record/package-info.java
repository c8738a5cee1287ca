/** Recorded: what a run leaves beside its results, for whoever reads them later: verdict, figures, machine and plan. */
package io.github.isostress.health.record;
