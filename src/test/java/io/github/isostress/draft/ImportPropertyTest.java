package io.github.isostress.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.draft.MessageImport.FrameStripping;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.RandomMessages;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOUtil;

/** Properties of every import: no byte changes, it ends, and every refusal is a sentence. */
class ImportPropertyTest {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    /** Processor time; 5 ms is usual, but the first runs load classes. */
    private static final long LONGEST_MILLIS = 10_000;

    /** A message and its packager. */
    record Sample(IsoPackager packager, byte[] bytes) {
        @Override
        public String toString() {
            return packager.name() + " " + MessageExport.hex(bytes);
        }
    }

    @Property(tries = 400)
    void shouldGiveTheVeryBytesAgainWhenMessageIsImported(@ForAll("messages") Sample sample) throws Exception {
        String template = Imports.template(sample.packager, MessageExport.hex(sample.bytes));

        assertThat(Imports.filled(sample.packager, template)).isEqualTo(sample.bytes);
    }

    @Property(tries = 300)
    void shouldGiveTheSameTemplateWhenXmlOrJsonOfAMessageIsImported(@ForAll("messages") Sample sample)
            throws Exception {
        String template = Imports.template(sample.packager, MessageExport.hex(sample.bytes));
        DecodedMessage message = new MessageDecoder(sample.packager).decode(sample.bytes);
        if (!template.contains("#")) {
            assertThat(Imports.template(sample.packager, MessageExport.xml(message)))
                    .isEqualTo(template);
            assertThat(Imports.template(sample.packager, MessageExport.json(message)))
                    .isEqualTo(template);
        }
    }

    @Property(tries = 1_000)
    void shouldGiveATemplateOrASentenceWhenTextIsAnything(
            @ForAll("texts") String text, @ForAll("packagers") int packager) {
        Optional<IsoPackager> chosen = packager < 0 ? Optional.empty() : Optional.of(builtIn(packager));
        long start = CLOCK.getCurrentThreadCpuTime();
        try {
            String template = MessageImport.toTemplate(text, chosen, FrameStripping.NONE);
            assertThat(MessageTemplate.problems(template, chosen, Expression.Compiler.LITERAL))
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(300);
        }
        assertThat((CLOCK.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(LONGEST_MILLIS);
    }

    private static IsoPackager builtIn(int index) {
        return Packagers.builtIn(Packagers.BUILT_IN.get(index));
    }

    @Provide
    Arbitrary<Integer> packagers() {
        return Arbitraries.integers().between(-1, Packagers.BUILT_IN.size() - 1);
    }

    @Provide
    Arbitrary<Sample> messages() {
        return Arbitraries.randomValue(ImportPropertyTest::draw);
    }

    private static Sample draw(Random random) {
        IsoPackager packager =
                random.nextInt(4) == 0 ? Imports.own("own.xml") : builtIn(random.nextInt(Packagers.BUILT_IN.size()));
        try {
            return new Sample(
                    packager, RandomMessages.draw(packager, "0200", random).pack());
        } catch (ISOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any text, and texts of the forms that are read with a few characters changed. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(4096),
                Arbitraries.strings()
                        .withChars("0123456789abcdefABCDEF :x\n*|-,[]{}\"<>/")
                        .ofMaxLength(4096),
                Arbitraries.randomValue(ImportPropertyTest::damaged));
    }

    private static String damaged(Random random) {
        Sample sample = draw(random);
        StringBuilder text = new StringBuilder(form(sample, random.nextInt(5)));
        text.setLength(Math.min(text.length(), 4096));
        String signs = "0F \n\"<>{}:,*$\\x\u0000\u00e9";
        for (int i = random.nextInt(5); i > 0; i--) {
            text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }

    private static String form(Sample sample, int form) {
        DecodedMessage message = new MessageDecoder(sample.packager).decodeStart(sample.bytes);
        return switch (form) {
            case 0 -> MessageExport.hex(sample.bytes);
            case 1 -> MessageExport.xml(message);
            case 2 -> MessageExport.json(message);
            case 3 -> HexLines.of(sample.bytes);
            default -> ISOUtil.hexdump(sample.bytes);
        };
    }
}
