/** Coded: jPOS's field packagers, checked or copied where bytes cross our border, and the values they take. */
package io.github.isostress.message.codec;
