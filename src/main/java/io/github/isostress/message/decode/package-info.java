/** Read: bytes back into data elements. */
package io.github.isostress.message.decode;
