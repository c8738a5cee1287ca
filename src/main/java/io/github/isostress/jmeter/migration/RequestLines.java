package io.github.isostress.jmeter.migration;

import io.github.isostress.message.IsoPackager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the template of a request: the rows of the sampler's table, what its pre-processors computed, and lines that
 * leave out what it would inherit and the old message did not have. Old fields were inherited by their numbers, ours are
 * by path: a tag counts, not its place. For one plan.
 */
final class RequestLines {
    private final Map<PlanNode, CryptoKeys> keys;
    private final MigrationRemarks remarks;
    /** The elements whose parts are lines of each request. */
    private final Set<String> moved;

    /**
     * @param keys of all pre-processors
     * @param samplers all samplers
     */
    RequestLines(Map<PlanNode, CryptoKeys> keys, List<SamplerScope> samplers, MigrationRemarks remarks) {
        this.keys = keys;
        this.moved = PartOrder.changed(samplers);
        this.remarks = remarks;
    }

    /**
     * The lines of one request.
     *
     * @param packager of its connection; empty if only the run knows it
     */
    TemplateLines of(SamplerScope scope, Optional<IsoPackager> packager) {
        TemplateLines lines = new TemplateLines(scope.sampler(), remarks).addRows(rows(scope));
        leaveOutHidden(scope, lines);
        for (PlanNode crypto : scope.cryptos()) {
            CryptoKeys named = keys.get(crypto);
            new PinBlockMigration(crypto, named, remarks).apply(scope, lines);
            new CryptogramMigration(crypto, named, remarks).apply(scope, lines);
            new MacMigration(crypto, named, remarks).apply(scope, packager, lines);
        }
        checkParts(scope);
        return lines;
    }

    /** The rows of its own table, and inherited parts that each request gives itself. */
    private List<OldField> rows(SamplerScope scope) {
        List<OldField> rows = new ArrayList<>(scope.ownFields());
        scope.fields().values().stream()
                .filter(field -> field.owner() != scope.sampler() && isInEachRequest(field))
                .forEach(rows::add);
        return rows;
    }

    /** Whether a field of a component is a line of each request instead, so that it keeps its place among the others. */
    boolean isInEachRequest(OldField field) {
        return field.isPart() && moved.contains(field.holder());
    }

    /** Leaves out inherited lines whose field had a nearer one of the same number, under another tag. */
    private void leaveOutHidden(SamplerScope scope, TemplateLines lines) {
        Map<String, OldField> fields = scope.fields();
        Set<String> sent = new LinkedHashSet<>();
        fields.values().forEach(field -> field.path().ifPresent(sent::add));
        scope.components().stream()
                .flatMap(component -> OldField.of(component).stream())
                .filter(field -> !isInEachRequest(field))
                .flatMap(field -> field.path().stream())
                .filter(path -> !sent.contains(path))
                .forEach(lines::leaveOut);
    }

    private void checkParts(SamplerScope scope) {
        PartOrder.byHolder(scope).forEach((holder, parts) -> {
            long tags = parts.stream().map(OldField::path).distinct().count();
            if (tags < parts.size()) {
                remarks.different(
                        scope.sampler(),
                        OldPlugin.Sampler.FIELDS,
                        "a tag of element " + holder + " was sent twice; it is sent once");
            }
        });
    }
}
