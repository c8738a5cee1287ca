/** Judged: which response answers which request, in time, as expected. */
package io.github.isostress.exchange;
