/** Said: counts with what they count, as sentences of all packages have them. */
package io.github.isostress.words;
