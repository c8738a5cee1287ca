package io.github.isostress.seal;

import io.github.isostress.crypto.card.DynamicCvc3;
import io.github.isostress.crypto.emv.CardKeyOption;
import io.github.isostress.crypto.emv.CardKeys;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.value.Formula;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Mastercard's dynamic CVC3 of a contactless transaction with a magnetic stripe profile. */
final class Cvc3Formula implements SettingsFormula.Rule {
    private static final String KEY = "key";
    private static final String TRACK = "track";
    private static final String COUNTER = "atc";
    private static final String UNPREDICTABLE = "un";
    private static final Setting DIGITS = Setting.optional("digits", "how many of the five, from the right", "3");
    private static final String FORMAT_OF_TRACK_1 = "B";
    private static final int MOST_DIGITS = 5;
    private static final int USUAL_DIGITS = 3;

    static final FormulaKind KIND = new FormulaKind(
            "cvc3",
            "Mastercard's dynamic CVC3, three to five digits",
            List.of(
                    Setting.required(KEY, "name of the issuer's master key for CVC3, an IMK-AC or CVK"),
                    Setting.required(TRACK, "static track data: of track 2 with = or D, of track 1 beginning with B"),
                    Setting.required(COUNTER, "transaction counter, four hex digits"),
                    Setting.required(UNPREDICTABLE, "unpredictable number, eight hex digits"),
                    CardSettings.PAN,
                    CardSettings.SEQUENCE,
                    ChipSettings.OPTION,
                    DIGITS),
            Cvc3Formula::compile);

    private final CardKeys cards = new CardKeys();
    private final CardKeyOption option;
    private final int digits;

    private Cvc3Formula(CardKeyOption option, int digits) {
        this.option = option;
        this.digits = digits;
    }

    private static Formula compile(FormulaSettings settings) {
        List<FormulaInput> inputs = List.of(
                settings.input(KEY),
                settings.input(TRACK),
                settings.input(COUNTER),
                settings.input(UNPREDICTABLE),
                CardSettings.pan(settings),
                CardSettings.sequence(settings));
        CardKeyOption option = CardKeyOption.of(settings.choice(ChipSettings.OPTION.name()));
        int digits = settings.number(DIGITS.name(), USUAL_DIGITS, MOST_DIGITS, USUAL_DIGITS);
        return new SettingsFormula(inputs, Set.of(), new Cvc3Formula(option, digits));
    }

    @Override
    public String value(SettingValues values) {
        String value = DynamicCvc3.of(
                cards.of(key(values).key(), option, CardSettings.card(values)),
                track(values.text(TRACK)),
                values.bytes(COUNTER),
                values.bytes(UNPREDICTABLE));
        return value.substring(value.length() - digits);
    }

    private static NamedKey key(SettingValues values) {
        return values.key(KEY, KeyUse.IMK_AC, KeyUse.CVK);
    }

    private static byte[] track(String text) {
        if (text.startsWith(FORMAT_OF_TRACK_1)) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        String digits = text.replace('=', 'D');
        try {
            return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + 'F');
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("track must be digits with = or D behind the card number");
        }
    }

    @Override
    public String explained(SettingValues values) {
        return CardSettings.explained(key(values), values);
    }
}
