/** Nested: BER-TLV data objects inside an element, read, found and changed in place. */
package io.github.isostress.message.tlv;
