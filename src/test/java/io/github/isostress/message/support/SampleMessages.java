package io.github.isostress.message.support;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.SampleMessage.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/**
 * Random messages of a packager: any of its elements, valid values, some constant and some variable. Drawn directly, as
 * shrinking a message of forty elements takes far longer than reading it.
 */
public final class SampleMessages {
    private static final int MOST_ELEMENTS = 40;
    /**
     * Bit 1 of a bitmap says that a second one follows; jPOS's CMF has a part 49.1 all the same, and cannot read it.
     */
    private static final int EXTENSION_BIT = 1;
    /** EMV data whose format jPOS does not ask about. */
    private static final List<String> TAGS = List.of("9F26", "9F10", "9F37", "82", "95");

    private SampleMessages() {}

    public static Arbitrary<SampleMessage> ofBuiltInPackagers() {
        return Arbitraries.of(Packagers.BUILT_IN).map(Packagers::builtIn).flatMap(SampleMessages::of);
    }

    public static Arbitrary<SampleMessage> ofOwnPackagers() {
        return Arbitraries.oneOf(of(OwnPackager.withEverything()), of(OwnPackager.withThreeBitmaps()));
    }

    public static Arbitrary<SampleMessage> ofTexts() {
        return of(OwnPackager.withTexts());
    }

    private static Arbitrary<SampleMessage> of(IsoPackager packager) {
        return Arbitraries.randomValue(random -> draw(packager, random));
    }

    public static SampleMessage draw(IsoPackager packager, Random random) {
        return new SampleMessage(packager, lines(packager, random));
    }

    /** A message of these elements alone. */
    public static SampleMessage of(IsoPackager packager, Collection<Integer> elements, Random random) {
        List<Line> lines = new ArrayList<>();
        if (packager.hasMti()) {
            lines.add(new Line("0", "0200", random.nextBoolean()));
        }
        for (int number : elements) {
            element(lines, String.valueOf(number), packager.getFieldPackager(number), random);
        }
        return new SampleMessage(packager, lines);
    }

    private static List<Line> lines(IsoPackager packager, Random random) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("0", SampleValues.digits(4, 4, random), random.nextBoolean()));
        List<Integer> candidates = IntStream.rangeClosed(2, packager.highestElement())
                .filter(packager::defines)
                .filter(number -> !(packager.getFieldPackager(number) instanceof ISOBitMapPackager))
                .boxed()
                .toList();
        for (int number : subset(candidates, random)) {
            element(lines, String.valueOf(number), packager.getFieldPackager(number), random);
        }
        return lines;
    }

    private static <T> List<T> subset(List<T> candidates, Random random) {
        int size = 1 + random.nextInt(Math.min(MOST_ELEMENTS, candidates.size()));
        return random.ints(0, candidates.size())
                .distinct()
                .limit(size)
                .sorted()
                .mapToObj(candidates::get)
                .toList();
    }

    private static void element(List<Line> lines, String path, ISOFieldPackager format, Random random) {
        if (!(format instanceof ISOMsgFieldPackager composite)) {
            lines.add(new Line(path, SampleValues.of(format, random), random.nextBoolean()));
        } else if (composite.getISOMsgPackager() instanceof BERTLVPackager) {
            for (String tag : subset(TAGS, random)) {
                lines.add(new Line(path + "." + tag, SampleValues.hexDigits(1, 12, random), random.nextBoolean()));
            }
        } else {
            ISOBasePackager inner = (ISOBasePackager) composite.getISOMsgPackager();
            for (int part : parts(inner, random)) {
                element(lines, path + "." + part, inner.getFieldPackager(part), random);
            }
        }
    }

    /** Parts without a bitmap follow each other, so that none can be left out. */
    private static List<Integer> parts(ISOBasePackager inner, Random random) {
        boolean bitmap = IntStream.range(0, 2).anyMatch(i -> inner.getFieldPackager(i) instanceof ISOBitMapPackager);
        List<Integer> candidates = IntStream.range(0, 64)
                .filter(part -> SampleValues.canHold(inner.getFieldPackager(part)))
                .filter(part -> !bitmap || part != EXTENSION_BIT)
                .boxed()
                .toList();
        return bitmap ? subset(candidates, random) : candidates;
    }
}
