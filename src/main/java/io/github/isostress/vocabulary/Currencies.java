package io.github.isostress.vocabulary;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** What currency codes (DE 49 to 51) mean: three digits or three letters of ISO 4217, as Java knows them. Thread-safe. */
public final class Currencies {
    /** By both codes; without the numbers that several currencies have had. */
    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .flatMap(currency -> Stream.of(currency.getNumericCodeAsString(), currency.getCurrencyCode())
                    .map(code -> Map.entry(code, currency)))
            .collect(Collectors.groupingBy(Map.Entry::getKey))
            .entrySet()
            .stream()
            .filter(code -> code.getValue().size() == 1)
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, code -> code.getValue().get(0).getValue()));
    /** As finding a name takes long the first time. */
    private static final Map<Currency, String> MEANINGS = new ConcurrentHashMap<>();

    private Currencies() {}

    /**
     * The meaning, such as {@code EUR, Euro} for 978.
     *
     * @param code three digits or three capital letters
     * @return empty if there is no such currency, or if several have had the number
     */
    public static Optional<String> meaning(String code) {
        return Optional.ofNullable(BY_CODE.get(code)).map(known -> MEANINGS.computeIfAbsent(known, Currencies::words));
    }

    private static String words(Currency currency) {
        String code = currency.getCurrencyCode();
        String name = StringUtils.stripAccents(currency.getDisplayName(Locale.ENGLISH));
        return name.equals(code) || !StringUtils.isAsciiPrintable(name) ? code : code + ", " + name;
    }
}
