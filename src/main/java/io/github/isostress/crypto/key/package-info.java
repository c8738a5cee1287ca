/** Named: keys by name and use, as they are written down, exchanged and found. */
package io.github.isostress.crypto.key;
