/** Told: frames and elements in words and in hex dumps, masked. */
package io.github.isostress.message.describe;
