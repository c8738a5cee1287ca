/** Named: every way a sample can fail, each with one stable code and one sentence. */
package io.github.isostress.failure;
