package io.github.isostress.message.template;

/**
 * What is wrong with a line of a template.
 *
 * @param line the line's number in the template's text, from 1
 * @param sentence what is wrong, and the rule that is broken; does not repeat the line's number
 */
public record LineProblem(int line, String sentence) {}
