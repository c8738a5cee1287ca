package io.github.isostress.jmeter.migration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of a field table, as a sampler or a component has it. Printed, it shows no content.
 *
 * @param owner the element whose table has it
 * @param id the number, or numbers with dots between them
 * @param tag the tag of a tagged part; empty for other fields
 * @param content as it is written, expressions included
 * @param comment what the user noted; may be empty
 */
record OldField(PlanNode owner, String id, String tag, String content, String comment) {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})*");
    private static final Pattern TAG = Pattern.compile("[0-9A-Fa-f]{1,8}");
    private static final String BITMAP = "1";

    /** The rows of an element's table, without those that have no number: those were never sent. */
    static List<OldField> of(PlanNode owner) {
        return owner.rows(OldPlugin.Sampler.FIELDS).stream()
                .map(row -> new OldField(
                        owner,
                        row.name(),
                        row.property(OldPlugin.Field.TAG).strip(),
                        OldFunctions.rewritten(row.property(OldPlugin.Field.CONTENT)),
                        row.property(OldPlugin.Field.COMMENT).strip()))
                .filter(field -> !field.id().isEmpty())
                .toList();
    }

    boolean isTagged() {
        return !tag.isEmpty();
    }

    /** The path under which a template has it; empty if a template cannot name it. */
    Optional<String> path() {
        if (!NUMBERS.matcher(id).matches() || id.equals(BITMAP)) {
            return Optional.empty();
        }
        String[] numbers = id.split("\\.");
        StringBuilder path = new StringBuilder();
        int last = isTagged() ? numbers.length - 1 : numbers.length;
        for (int i = 0; i < last; i++) {
            path.append(i == 0 ? "" : ".").append(Integer.parseInt(numbers[i]));
        }
        if (!isTagged()) {
            return Optional.of(path.toString());
        }
        return TAG.matcher(tag).matches() && numbers.length > 1
                ? Optional.of(path + "." + tag.toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Whether it is a tagged part that a template can name. */
    boolean isPart() {
        return isTagged() && path().isPresent();
    }

    /** The number of what holds the parts, for a tagged part: {@code 55} for 55.3. */
    String holder() {
        return id.substring(0, Math.max(0, id.lastIndexOf('.')));
    }

    /** Its place among the parts of its holder: 3 for 55.3. */
    int number() {
        return Integer.parseInt(id.substring(id.lastIndexOf('.') + 1));
    }

    /** Whether the content is evaluated for each message. */
    boolean isEvaluated() {
        return content.contains("${");
    }

    @Override
    public String toString() {
        return "field " + id + (isTagged() ? ", tag " + tag : "");
    }
}
