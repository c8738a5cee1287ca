/** Sealed: the formulas by which PIN blocks, cryptograms, MACs and card values are computed, and checked. */
package io.github.isostress.seal;
