/** Hosts that sign what they send, with none of the product's code. */
package io.github.isostress.support.signing;
