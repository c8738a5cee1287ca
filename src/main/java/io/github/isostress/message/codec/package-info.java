/** Coded: jPOS's field packagers, each checked or copied where its bytes cross our border, and what values they take. */
package io.github.isostress.message.codec;
