package io.github.isostress.jmeter.migration;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files that a plan names. The old plugin looked for them where JMeter was started; we look beside the plan.
 *
 * @param oldFolder of the old plan
 * @param newFolder of the new plan
 */
record PlanFiles(Path oldFolder, Path newFolder) {
    private static final String CLASS_PATH = "jar:";

    /** Finds them for plans that are read from and written to these places. */
    static PlanFiles of(Path oldPlan, Path newPlan) {
        return new PlanFiles(folder(oldPlan), folder(newPlan));
    }

    private static Path folder(Path plan) {
        return plan.toAbsolutePath().normalize().getParent();
    }

    /** Whether the name is that of a file, as far as one can tell without running the plan. */
    private static boolean isKnown(String name) {
        return !name.isBlank() && !name.contains("${") && !name.startsWith(CLASS_PATH);
    }

    /** The file, wherever it is: beside the new plan, beside the old one, or in the folder of this process. */
    Optional<Path> find(String name) {
        try {
            return isKnown(name)
                    ? Stream.of(newFolder, oldFolder, Path.of("").toAbsolutePath())
                            .map(folder -> folder.resolve(name).normalize())
                            .filter(Files::isRegularFile)
                            .findFirst()
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether the name is that of a file that is not there. */
    boolean misses(String name) {
        return isKnown(name) && find(name).isEmpty();
    }

    /** The name by which the new plan finds the file; as it was if it is not found now. */
    String renamed(String name) {
        Optional<Path> file = find(name);
        if (file.isEmpty() || newFolder.resolve(name).normalize().equals(file.get())) {
            return name;
        }
        boolean isOnOneDrive = newFolder.getRoot().equals(file.get().getRoot());
        return (isOnOneDrive ? newFolder.relativize(file.get()) : file.get()).toString();
    }

    /**
     * The packager of that name.
     *
     * @return empty if only the run will know it
     * @throws IllegalArgumentException with one sentence if it cannot be used
     */
    Optional<IsoPackager> packager(String name) {
        boolean isReadable = find(name).isPresent() || name.startsWith(CLASS_PATH) && !name.contains("${");
        return isReadable ? Packagers.find(name, each -> find(each).orElseThrow()) : Optional.empty();
    }
}
