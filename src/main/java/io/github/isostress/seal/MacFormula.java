package io.github.isostress.seal;

import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;
import io.github.isostress.crypto.mac.MessageMac;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageInputs;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A message authentication code, under a MAC key or that of a DUKPT transaction. Immutable and thread-safe. */
final class MacFormula implements Formula {
    private static final String ZERO_BYTE = "00";
    private static final int USUAL_LENGTH = 8;
    private static final int LONGEST = 32;
    private static final int MOST_FILLED = 999;
    private static final String ZERO_PLACE = "zero";
    private static final String TEXT = "text";
    private static final String BITMAP = "1";

    private static final Setting KEY = Setting.required("key", "name of the MAC key or BDK");
    private static final Setting ALGORITHM =
            Setting.choiceOr("algorithm", "how it is computed", ChipSettings.words(MacAlgorithm.values()));
    private static final Setting PADDING =
            Setting.choiceOr("padding", "of ISO 9797-1", ChipSettings.words(MacPadding.values()));
    private static final Setting LENGTH = Setting.optional("length", "4 to 8 bytes; CMAC 16, HMAC 32", "8");
    private static final Setting FILL =
            Setting.optional("fill", "bytes of its element, if the MAC has fewer", "as long as the MAC");
    private static final Setting FILLER =
            Setting.choiceOr("filler", "the byte that fills it", List.of(ZERO_BYTE, "FF"));
    private static final Setting PLACE = Setting.choiceOr(
            "place", "whether its own element is covered, too, as zeros", List.of("absent", ZERO_PLACE));
    private static final Setting ELEMENTS = Setting.optional(
            "elements", "those covered, with commas between them; 0 is the MTI, 1 the bitmap", "all before its own");
    private static final Setting FORM =
            Setting.choiceOr("form", "listed elements as they are sent, or their values", List.of("wire", TEXT));
    private static final Setting SEPARATOR = Setting.optional("separator", "between the values of form=text");
    private static final Setting KSN = Setting.optional("ksn", "KSN of the transaction, with a BDK", "@53");
    private static final Setting DIRECTION = Setting.choiceOr(
            "direction",
            "whose MAC key it is, with a BDK",
            Arrays.stream(Direction.values()).map(Direction::word).toList());

    static final FormulaKind KIND = new FormulaKind(
            "mac",
            "The MAC over the message up to its own element, or over listed elements",
            List.of(KEY, ALGORITHM, PADDING, LENGTH, FILL, FILLER, PLACE, ELEMENTS, FORM, SEPARATOR, KSN, DIRECTION),
            MacFormula::new);

    private enum Direction {
        REQUEST(WorkingKeyUse.MAC_REQUEST),
        RESPONSE(WorkingKeyUse.MAC_RESPONSE),
        BOTH(WorkingKeyUse.MAC_BOTH);

        private final WorkingKeyUse use;

        Direction(WorkingKeyUse use) {
            this.use = use;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final FormulaInput key;
    private final FormulaInput ksn;
    private final MacAlgorithm algorithm;
    private final MacPadding padding;
    private final int length;

    /** Hex digits behind the code. */
    private final String filling;

    private final Direction direction;
    private final MacCoverage coverage;
    private final PerKey<MessageMac> ready;

    private MacFormula(FormulaSettings settings) {
        key = settings.input(KEY.name());
        ksn = settings.inputOr(KSN.name(), "53");
        algorithm = MacAlgorithm.of(settings.choice(ALGORITHM.name()));
        padding = MacPadding.of(settings.choice(PADDING.name()));
        length = settings.number(LENGTH.name(), 0, LONGEST, USUAL_LENGTH);
        direction = Direction.valueOf(settings.choice(DIRECTION.name()).toUpperCase(Locale.ROOT));
        coverage = coverage(settings);
        algorithm.requireLength(length);
        int filled = settings.number(FILL.name(), length, MOST_FILLED, length);
        filling = settings.choice(FILLER.name()).repeat(filled - length);
        algorithm.requirePadding(padding);
        if (settings.has(PADDING.name()) && !algorithm.takesPadding()) {
            throw new IllegalArgumentException(algorithm + " has a padding of its own, so it takes none");
        }
        ready = new PerKey<>(each -> algorithm.with(each, padding, length));
    }

    private static MacCoverage coverage(FormulaSettings settings) {
        boolean withPlace = settings.choice(PLACE.name()).equals(ZERO_PLACE);
        boolean isText = settings.choice(FORM.name()).equals(TEXT);
        List<String> listed = settings.list(ELEMENTS.name());
        if (listed.isEmpty()) {
            refuse(settings, "elements are listed", FORM, SEPARATOR);
            requireWhole(settings, withPlace);
            return new BytesBefore(settings.path().element(), withPlace);
        }
        if (settings.has(PLACE.name())) {
            throw new IllegalArgumentException("place counts where no elements are listed alone");
        }
        if (isText) {
            return new ListedTexts(
                    listed.stream().map(MacFormula::listed).toList(), settings.constant(SEPARATOR.name(), ""));
        }
        refuse(settings, "form is text", SEPARATOR);
        return new ListedBytes(listed.stream()
                .map(element -> wholeElement(element, settings.path()))
                .toList());
    }

    private static void refuse(FormulaSettings settings, String condition, Setting... others) {
        for (Setting other : others) {
            if (settings.has(other.name())) {
                throw new IllegalArgumentException(other.name() + " counts where " + condition + " alone");
            }
        }
    }

    private static void requireWhole(FormulaSettings settings, boolean withPlace) {
        if (withPlace && settings.path().isPart()) {
            throw new IllegalArgumentException("place=zero is for a MAC that is a whole element");
        }
    }

    private static ElementPath listed(String element) {
        try {
            return ElementPath.parse(element);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(ELEMENTS.name() + ": " + e.getMessage(), e);
        }
    }

    private static int wholeElement(String element, ElementPath own) {
        int number = element.equals(BITMAP) ? 1 : listed(element).element();
        if (element.contains(".")) {
            throw new IllegalArgumentException("form=wire covers whole elements alone, and " + element + " is a part");
        }
        if (number == own.element()) {
            throw new IllegalArgumentException("a MAC cannot cover its own element " + number);
        }
        return number;
    }

    @Override
    public Set<ElementPath> needs() {
        Set<ElementPath> all = new LinkedHashSet<>(coverage.needs());
        all.addAll(key.needs());
        all.addAll(ksn.needs());
        return all;
    }

    @Override
    public String placeholder() {
        return coverage.isOfBytes() ? ZERO_BYTE.repeat(length) + "0".repeat(filling.length()) : "";
    }

    @Override
    public Computation begin() {
        return new Code(key.begin(), ksn.begin());
    }

    /** The code of one message. */
    private final class Code implements Computation {
        private final FormulaInput.Given name;
        private final FormulaInput.Given transaction;

        Code(FormulaInput.Given name, FormulaInput.Given transaction) {
            this.name = name;
            this.transaction = transaction;
        }

        @Override
        public String value(MessageInputs message) {
            MacCoverage.Part covered = coverage.in(message);
            byte[] code = mac(message).of(covered.bytes(), covered.from(), covered.to());
            return HexFormat.of().withUpperCase().formatHex(code) + filling;
        }

        private MessageMac mac(MessageInputs message) {
            NamedKey named = named(message);
            return isBase(named)
                    ? algorithm.with(
                            TransactionKeys.of(named, transaction.value(message), direction.use, algorithm),
                            padding,
                            length)
                    : ready.of(named.key());
        }

        private NamedKey named(MessageInputs message) {
            return message.keys().get(name.value(message), KeyUse.MAC, KeyUse.BDK_TDES, KeyUse.BDK_AES);
        }

        @Override
        public String explained(MessageInputs message) {
            NamedKey named = named(message);
            return "with the key " + named
                    + (isBase(named) ? ", for the " + direction.word() + " of KSN " + transaction.value(message) : "")
                    + "\nby " + algorithm + (algorithm.takesPadding() ? " with padding " + padding : "")
                    + "\nover " + Plural.of(coverage.in(message).length(), "byte") + ": " + coverage.inWords(message);
        }
    }

    private static boolean isBase(NamedKey key) {
        return key.use() != KeyUse.MAC;
    }
}
