package io.github.isostress.message.template;

import io.github.isostress.message.decode.DecodedMessage;

/**
 * What one message is filled with. For one thread.
 *
 * @param captured the captured message that it starts from, or null
 * @param values what the living slots gave, in the order of the lines
 * @param packed room for the elements that field packagers pack; null for one that is left out
 */
public record TemplateValues(DecodedMessage captured, String[] values, byte[][] packed) {}
