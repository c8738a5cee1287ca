/** Explained: what bytes that do not fit would fit. */
package io.github.isostress.diagnosis;
