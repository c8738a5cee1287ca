package io.github.isostress.seal;

import io.github.isostress.crypto.card.Track;
import io.github.isostress.message.value.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tracks of a card, put together from what they hold. */
final class TrackFormula implements SettingsFormula.Rule {
    private static final Setting PAN = Setting.optional("pan", "card number", "@2");
    private static final Setting SERVICE = Setting.required("service", "service code, three digits");
    private static final Setting INDEX = Setting.optional("pvki", "PVV key index, one digit");
    private static final Setting PVV = Setting.optional("pvv", "PIN verification value, four digits");
    private static final Setting CVV = Setting.optional("cvv", "card verification value, three digits");
    private static final Setting MORE = Setting.optional("more", "digits behind those");
    private static final Setting SEPARATOR =
            Setting.choiceOr("separator", "between card number and expiry date", List.of("=", "D"));
    private static final Setting NAME =
            Setting.optional("name", "the cardholder's, surname and slash first", "TEST/CARD");

    static final FormulaKind SECOND = new FormulaKind(
            "track2",
            "Track 2 of a card, as DE 35 or tag 57 has it",
            List.of(PAN, CardSettings.EXPIRY, SERVICE, INDEX, PVV, CVV, MORE, SEPARATOR),
            TrackFormula::second);

    static final FormulaKind FIRST = new FormulaKind(
            "track1",
            "Track 1 of a card in format B, as DE 45 has it",
            List.of(PAN, CardSettings.EXPIRY, SERVICE, NAME, INDEX, PVV, CVV, MORE),
            TrackFormula::first);

    /** The tag whose value is track 2 in hex digits, filled up to whole bytes. */
    private static final String EQUIVALENT = "57";

    /** Writes a track. */
    private interface Form {
        String of(Track track, SettingValues values);
    }

    private final Form form;

    private TrackFormula(Form form) {
        this.form = form;
    }

    private static Formula second(FormulaSettings settings) {
        List<String> parts = settings.path().parts();
        if (!parts.isEmpty() && parts.get(parts.size() - 1).equals(EQUIVALENT)) {
            return new SettingsFormula(inputs(settings), Set.of(), new TrackFormula((track, values) -> filled(track)));
        }
        char separator = settings.choice(SEPARATOR.name()).charAt(0);
        return new SettingsFormula(
                inputs(settings), Set.of(), new TrackFormula((track, values) -> track.second(separator)));
    }

    private static String filled(Track track) {
        String second = track.second('D');
        return second.length() % 2 == 0 ? second : second + 'F';
    }

    private static Formula first(FormulaSettings settings) {
        List<FormulaInput> inputs = inputs(settings);
        settings.optional(NAME.name()).ifPresent(inputs::add);
        return new SettingsFormula(
                inputs,
                Set.of(),
                new TrackFormula((track, values) -> track.first(values.textOr(NAME.name(), NAME.byDefault()))));
    }

    private static List<FormulaInput> inputs(FormulaSettings settings) {
        List<FormulaInput> inputs = new ArrayList<>(List.of(
                settings.inputOr(PAN.name(), "2"), CardSettings.expiry(settings), settings.input(SERVICE.name())));
        for (Setting part : List.of(INDEX, PVV, CVV, MORE)) {
            settings.optional(part.name()).ifPresent(inputs::add);
        }
        return inputs;
    }

    @Override
    public String value(SettingValues values) {
        StringBuilder discretionary = new StringBuilder();
        for (Setting part : List.of(INDEX, PVV, CVV, MORE)) {
            discretionary.append(values.textOr(part.name(), ""));
        }
        Track track = new Track(
                CardSettings.pan(values),
                values.text(CardSettings.EXPIRY.name()),
                values.text(SERVICE.name()),
                discretionary.toString());
        return form.of(track, values);
    }

    @Override
    public String explained(SettingValues values) {
        return "for the card " + CardSettings.masked(values);
    }
}
