/** Carried: the values a magnetic stripe carries or a cardholder reads: verification values, PIN offsets, tracks. */
package io.github.isostress.crypto.card;
