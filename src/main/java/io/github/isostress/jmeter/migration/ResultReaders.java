package io.github.isostress.jmeter.migration;

import java.util.Set;
import java.util.regex.Pattern;

/** Finds what in a plan reads or changes the old sampler's messages in ways that ours does not have. Stateless. */
final class ResultReaders {
    private static final Set<String> OF_TEXT = Set.of(
            "BoundaryExtractor",
            "HtmlExtractor",
            "JSONPostProcessor",
            "RegexExtractor",
            "ResponseAssertion",
            "XPath2Assertion",
            "XPath2Extractor",
            "XPathAssertion",
            "XPathExtractor");

    private static final Pattern SCRIPT = Pattern.compile("(?:JSR223|BeanShell|BSF).*");
    private static final Pattern OF_OLD_SAMPLER = Pattern.compile(
            "\\bsampler\\.(?:addField|removeField|getFields|setFields|getRequest|getResponse|request|response|fields)\\b"
                    + "|nz\\.co\\.breakpoint");

    private ResultReaders() {}

    /** Remarks on an element that some old sampler has in its scope. */
    static void remarkOn(PlanNode node, MigrationRemarks remarks) {
        String type = node.type().substring(node.type().lastIndexOf('.') + 1);
        if (OF_TEXT.contains(type)) {
            remarks.different(
                    node,
                    "",
                    "the text of an answer is not jPOS's XML here: use an ISO 8583 Field Extractor or an "
                            + "ISO 8583 Assertion");
        } else if (SCRIPT.matcher(type).matches()
                && OF_OLD_SAMPLER.matcher(script(node)).find()) {
            remarks.missing(
                    node,
                    "",
                    "its script calls methods of the old sampler: write lines of the template instead, "
                            + "and read vars.getObject(\"iso8583.response\")");
        }
    }

    private static String script(PlanNode node) {
        return node.property("script")
                .or(() -> node.property("BeanShellSampler.query"))
                .orElse("");
    }
}
