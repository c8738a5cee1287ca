/** Exchanged: which response answers which request, in time, and what else comes. */
package io.github.isostress.exchange;
