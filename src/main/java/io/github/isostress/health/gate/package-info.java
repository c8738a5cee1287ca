/** Demanded: what a run must achieve to pass, written as text, and whether it has. */
package io.github.isostress.health.gate;
