/** Ciphered: keys ready for use, and what is made with one key and one algorithm alone. */
package io.github.isostress.crypto;
