/** Named: what MTIs, processing codes, response codes and EMV tags mean. */
package io.github.isostress.vocabulary;
