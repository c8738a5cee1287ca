package io.github.isostress.message;

import io.github.isostress.message.codec.ElementNotation;
import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;

/**
 * A packager in a few lines: what a tester looks at to see whether it is the right one. Stateless and thread-safe.
 */
public final class PackagerSummary {
    private static final String OTHER = "in a way of their own";
    /** Elements that differ most between hosts' specifications: PAN, amount, private data, chip card data. */
    private static final List<Integer> TELLING = List.of(2, 4, 48, 55, 60, 127);

    private PackagerSummary() {}

    /**
     * The summary.
     *
     * @return some short lines, the last without a line break
     */
    public static String of(IsoPackager packager) {
        List<String> lines = new ArrayList<>();
        lines.add(extent(packager));
        if (packager.getHeaderLength() > 0) {
            lines.add("Header in front of the MTI: " + Plural.of(packager.getHeaderLength(), "byte"));
        }
        lines.add(packager.hasMti() ? "MTI: n 4, " + mti(packager) : "MTI: none");
        lines.add(packager.hasBitmap() ? "Bitmap: " + bitmap(packager.bitmapPackager()) : "Bitmap: none");
        lengths(packager).ifPresent(lines::add);
        made(packager).ifPresent(lines::add);
        telling(packager).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private static List<DefinedElement> dataElements(IsoPackager packager) {
        return DefinedElement.allOf(packager).stream()
                .filter(element -> element.number() > 0)
                .toList();
    }

    private static String extent(IsoPackager packager) {
        List<DefinedElement> elements = dataElements(packager);
        return elements.isEmpty()
                ? packager.name() + ": no data elements"
                : packager.name() + ": " + Plural.of(elements.size(), "data element") + ", "
                        + elements.get(0).number() + " to "
                        + elements.get(elements.size() - 1).number();
    }

    private static String mti(IsoPackager packager) {
        String packed = packed(packager.getFieldPackager(0), new ISOField(0, "0200"));
        return switch (packed) {
            case "0200" -> "packed BCD (2 bytes)";
            case "30323030" -> "ASCII digits (4 bytes)";
            case "f0f2f0f0" -> "EBCDIC digits (4 bytes)";
            default -> OTHER;
        };
    }

    private static String bitmap(ISOFieldPackager packager) {
        ISOComponent bitmap = new ISOBitMap(1);
        BitSet second = new BitSet();
        second.set(2);
        try {
            bitmap.setValue(second);
        } catch (ISOException e) {
            return OTHER;
        }
        String packed = packed(packager, bitmap);
        String extent = "for elements up to " + 8 * packager.getLength();
        if (packed.startsWith("40")) {
            return "binary, " + extent;
        }
        if (packed.startsWith("34")) {
            return "hex digits in ASCII, " + extent;
        }
        return packed.startsWith("f4") ? "hex digits in EBCDIC, " + extent : OTHER;
    }

    private static String packed(ISOFieldPackager packager, ISOComponent component) {
        try {
            return HexFormat.of().formatHex(packager.pack(component));
        } catch (ISOException | RuntimeException e) {
            return "";
        }
    }

    private static Optional<String> lengths(IsoPackager packager) {
        TreeMap<ElementNotation.LengthPrefix, Long> kinds = notations(packager)
                .flatMap(notation -> notation.lengthPrefix().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of("Lengths in front of values: "
                        + kinds.entrySet().stream()
                                .map(kind -> kind.getKey().words()
                                        + (kinds.size() == 1 ? "" : " (" + Plural.of(kind.getValue(), "DE") + ")"))
                                .collect(Collectors.joining(", ")));
    }

    private static Stream<ElementNotation> notations(IsoPackager packager) {
        return dataElements(packager).stream()
                .map(element -> new ElementNotation(element.number(), packager.getFieldPackager(element.number())));
    }

    private static Optional<String> made(IsoPackager packager) {
        String made = notations(packager)
                .filter(notation -> !notation.madeOf().isEmpty())
                .map(notation -> "DE " + notation.number() + " " + notation.madeOf())
                .collect(Collectors.joining(", "));
        return made.isEmpty() ? Optional.empty() : Optional.of("Made of parts: " + made);
    }

    private static Optional<String> telling(IsoPackager packager) {
        String telling = notations(packager)
                .filter(notation -> TELLING.contains(notation.number()))
                .map(notation -> "DE " + notation.number() + " " + notation.format())
                .collect(Collectors.joining(", "));
        return telling.isEmpty() ? Optional.empty() : Optional.of(telling);
    }
}
