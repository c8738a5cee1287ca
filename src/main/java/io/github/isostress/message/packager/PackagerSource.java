package io.github.isostress.message.packager;

import io.github.isostress.message.IsoPackager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A packager's definition and what lies beside it: the only place that a reference in it may mean. For one reading by
 * one thread.
 */
public interface PackagerSource {
    /** More than any packager needs; a file is read whole. */
    int LARGEST = 16 * 1024 * 1024;

    /** What sentences call it. */
    String name();

    /** All its bytes. */
    byte[] content() throws IOException;

    /**
     * The bytes of what lies beside it.
     *
     * @param relative names separated by slashes, none of them {@code ..}
     * @return empty if there is no such file, or it lies elsewhere by a link
     */
    Optional<byte[]> beside(String relative) throws IOException;

    /** A file and its folder; all files that were asked for are noted. */
    final class InFolder implements PackagerSource {
        private final Path file;
        private final List<FileState> asked = new ArrayList<>();

        InFolder(Path file) {
            this.file = file;
            asked.add(FileState.of(file));
        }

        /** How the files were before they were read. */
        List<FileState> asked() {
            return List.copyOf(asked);
        }

        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public byte[] content() throws IOException {
            return read(file);
        }

        @Override
        public Optional<byte[]> beside(String relative) throws IOException {
            Path folder = file.toAbsolutePath().getParent();
            Path wanted = folder.resolve(relative).normalize();
            asked.add(FileState.of(wanted));
            if (!wanted.startsWith(folder.normalize()) || !Files.isRegularFile(wanted)) {
                return Optional.empty();
            }
            Path real = wanted.toRealPath();
            boolean below = real.startsWith(folder.toRealPath())
                    || real.startsWith(file.toRealPath().getParent());
            return below ? Optional.of(read(real)) : Optional.empty();
        }

        private static byte[] read(Path path) throws IOException {
            try (var in = Files.newInputStream(path)) {
                return whole(in, path.getFileName().toString());
            }
        }
    }

    /** A resource of the class path, such as {@code packager/iso87ascii.xml} in the jar of jPOS, and its folder. */
    record OnClassPath(String path) implements PackagerSource {
        @Override
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public byte[] content() throws IOException {
            return resource(path).orElseThrow(() -> new IOException("there is no " + path + " on the class path"));
        }

        @Override
        public Optional<byte[]> beside(String relative) throws IOException {
            return resource(path.substring(0, path.lastIndexOf('/') + 1) + relative);
        }

        boolean exists() {
            return IsoPackager.class.getClassLoader().getResource(path) != null;
        }

        /** Any resource of the class path; the class loader looks for it in its own jars and folders only. */
        static Optional<byte[]> resource(String path) throws IOException {
            try (var in = IsoPackager.class.getClassLoader().getResourceAsStream(path)) {
                return in == null ? Optional.empty() : Optional.of(whole(in, path));
            }
        }
    }

    private static byte[] whole(java.io.InputStream in, String name) throws IOException {
        byte[] content = in.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new IOException(name + " has more than " + LARGEST / 1024 / 1024 + " MB");
        }
        return content;
    }
}
