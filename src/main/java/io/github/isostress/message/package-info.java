/** Born: templates compiled to bytes with slots, and bytes read back into data elements and words. */
package io.github.isostress.message;
