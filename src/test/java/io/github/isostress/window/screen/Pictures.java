package io.github.isostress.window.screen;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures in 256 colours, which take a third of the space and look the same: panels have few colours. */
public final class Pictures {
    private static final Path PROJECT =
            Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();
    private static final Path SHOWN = PROJECT.resolve(System.getProperty("screenshots", "target/screenshots"));
    private static final Path FAILED = PROJECT.resolve("target/windows");
    private static final int COLOURS = 256;
    private static final int RGB = 0xffffff;

    private Pictures() {}

    /** Keeps a picture that is to be shown to others. */
    public static Path show(BufferedImage picture, String name) throws IOException {
        return write(picture, SHOWN, name);
    }

    /** Keeps a picture of what went wrong, and says where. */
    public static Path failure(BufferedImage picture, String name) throws IOException {
        return write(picture, FAILED, name);
    }

    private static Path write(BufferedImage picture, Path folder, String name) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name + ".png");
        ImageIO.write(inFewColours(picture), "png", file.toFile());
        return file;
    }

    private static BufferedImage inFewColours(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        int[] palette = mostUsed(pixels);
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        indexed.getRaster().setPixels(0, 0, width, picture.getHeight(), indexes(pixels, palette));
        return indexed;
    }

    // Neighbours are mostly alike: only where the colour changes is anything looked up.
    private static int[] mostUsed(int[] pixels) {
        Map<Integer, Integer> uses = new HashMap<>();
        int begin = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[begin]) {
                uses.merge(pixels[begin] & RGB, i - begin, Integer::sum);
                begin = i;
            }
        }
        return uses.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int[] indexes(int[] pixels, int[] palette) {
        Map<Integer, Integer> nearest = new HashMap<>();
        int[] indexes = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            boolean alike = i > 0 && pixels[i] == pixels[i - 1];
            indexes[i] = alike
                    ? indexes[i - 1]
                    : nearest.computeIfAbsent(pixels[i] & RGB, colour -> nearest(colour, palette));
        }
        return indexes;
    }

    private static int nearest(int colour, int[] palette) {
        int[] distances = Arrays.stream(palette)
                .map(candidate -> square(candidate >> 16, colour >> 16)
                        + square(candidate >> 8, colour >> 8)
                        + square(candidate, colour))
                .toArray();
        int best = 0;
        for (int i = 1; i < distances.length; i++) {
            best = distances[i] < distances[best] ? i : best;
        }
        return best;
    }

    private static int square(int one, int other) {
        int difference = (one & 0xff) - (other & 0xff);
        return difference * difference;
    }
}
