package io.github.isostress.seal;

import io.github.isostress.crypto.emv.ChipCard;
import io.github.isostress.crypto.key.NamedKey;
import org.apache.commons.lang3.StringUtils;

/** The settings that say which card it is, and where a message has it. */
final class CardSettings {
    static final Setting PAN = Setting.optional("pan", "card number", "@2, or else of @35, @55.5A, @55.57");
    static final Setting SEQUENCE = Setting.optional("psn", "PAN sequence number", "@23, or else @55.5F34, or else 00");
    static final Setting EXPIRY = Setting.optional("expiry", "expiry date, YYMM", "@14");

    /** What ends the card number in track 2 and tag 5A: a separator or a filling digit. */
    private static final String ENDS = "=DdFf";

    private CardSettings() {}

    static FormulaInput pan(FormulaSettings settings) {
        return pan(settings, PAN);
    }

    /** The card number in a setting of another name. */
    static FormulaInput pan(FormulaSettings settings, Setting setting) {
        return settings.inputOr(setting.name(), "2", "35", "55.5A", "55.57");
    }

    static FormulaInput sequence(FormulaSettings settings) {
        return settings.inputOr(SEQUENCE.name(), "23", "55.5F34");
    }

    static FormulaInput expiry(FormulaSettings settings) {
        return settings.inputOr(EXPIRY.name(), "14");
    }

    /** The card number, out of a track where one gives it. */
    static String pan(SettingValues values) {
        return pan(values, PAN);
    }

    static String pan(SettingValues values, Setting setting) {
        String text = values.text(setting.name());
        int end = StringUtils.indexOfAny(text, ENDS);
        return end < 0 ? text : text.substring(0, end);
    }

    /**
     * The card as chip keys are derived from it.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    static ChipCard card(SettingValues values) {
        return ChipCard.of(pan(values), values.textOr(SEQUENCE.name(), ""));
    }

    /** The key and the masked card that a value is computed from. */
    static String explained(NamedKey key, SettingValues values) {
        return "with the key " + key + "\nfor the card " + masked(values);
    }

    /** The card number, of which six digits in front and four behind are shown. */
    static String masked(SettingValues values) {
        return masked(values, PAN);
    }

    static String masked(SettingValues values, Setting setting) {
        return ChipCard.of(pan(values, setting), "").toString();
    }
}
