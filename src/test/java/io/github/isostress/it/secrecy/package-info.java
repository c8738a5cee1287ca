/** What no output of a run shows: card numbers, tracks, PIN blocks, keys. */
package io.github.isostress.it.secrecy;
