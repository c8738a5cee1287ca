package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.OldPlugin.Config;
import io.github.isostress.message.IsoPackager;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The connections of an old plan, and which sampler used which. Where a sampler referred to a connection that is not the
 * nearest, or gave its messages another header, its request gets a connection element of its own below it. For one plan.
 */
final class OldConnections {
    private final PlanFiles files;
    private final MigrationRemarks remarks;
    private final List<SamplerScope> samplers;
    private final Map<PlanNode, String> linkNames = new IdentityHashMap<>();
    private final Map<PlanNode, Optional<IsoPackager>> packagers = new IdentityHashMap<>();

    /**
     * @param configs the connections in the order of the plan
     * @param samplers all samplers
     */
    OldConnections(List<PlanNode> configs, List<SamplerScope> samplers, PlanFiles files, MigrationRemarks remarks) {
        this.files = files;
        this.remarks = remarks;
        this.samplers = samplers;
        Set<String> taken = new HashSet<>();
        for (PlanNode config : configs) {
            linkNames.put(config, free(linkName(config), taken));
            packagers.put(config, packager(config));
        }
    }

    private static String linkName(PlanNode config) {
        String identifier = config.text(Config.IDENTIFIER);
        String name = (identifier.isEmpty() ? config.name() : identifier)
                .replaceAll("\\$\\{.*}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() || name.equals("of") ? "host" : name;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private Optional<IsoPackager> packager(PlanNode config) {
        try {
            return files.packager(config.text(Config.PACKAGER));
        } catch (IllegalArgumentException e) {
            remarks.missing(config, Config.PACKAGER, "it cannot be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The packager of a sampler's messages; empty if only the run knows it. */
    Optional<IsoPackager> packagerOf(SamplerScope scope) {
        return scope.config().flatMap(packagers::get);
    }

    /** The element that takes the place of an old connection. */
    NewElement inPlaceOf(PlanNode config) {
        boolean isMock = ConnectionMigration.isServer(config)
                && ConnectionMigration.hasListener(config)
                && samplers.stream().noneMatch(scope -> uses(scope, config));
        ConnectionMigration migration = new ConnectionMigration(config, linkNames.get(config), files, remarks);
        return isMock ? migration.host() : migration.connection(header(config));
    }

    private static boolean uses(SamplerScope scope, PlanNode config) {
        return scope.config().filter(used -> used == config).isPresent();
    }

    /** The header that all samplers of a connection give their messages; empty if they differ, or give none. */
    private String header(PlanNode config) {
        Set<String> headers = new LinkedHashSet<>();
        samplers.stream()
                .filter(scope -> uses(scope, config))
                .forEach(scope -> headers.add(SamplerMigration.header(scope.sampler())));
        return headers.size() == 1 ? headers.iterator().next() : "";
    }

    /** The connection that a request needs below it; empty if the one in its scope is right. */
    Optional<NewElement> ownOf(SamplerScope scope) {
        String wanted = SamplerMigration.header(scope.sampler());
        return scope.config()
                .filter(config -> scope.passesOverAConnection() || !wanted.equals(header(config)))
                .map(config -> own(scope, config, wanted));
    }

    private NewElement own(SamplerScope scope, PlanNode config, String wanted) {
        boolean hasOwnHeader = !wanted.equals(header(config));
        if (hasOwnHeader) {
            remarks.different(
                    scope.sampler(),
                    OldPlugin.Sampler.HEADER,
                    "other samplers of '" + config.name()
                            + "' have another header, so that this one has connections of its own");
        }
        String linkName = linkNames.get(config) + (hasOwnHeader ? "-header-" + Math.abs(wanted.hashCode()) : "");
        return new ConnectionMigration(config, linkName, files, remarks).connection(wanted);
    }
}
