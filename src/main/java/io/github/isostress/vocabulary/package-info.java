/** Named: what MTIs, codes in elements and EMV tags mean. */
package io.github.isostress.vocabulary;
