package io.github.isostress.bench;

/** The lines of which {@link Purchase}s are made. */
public final class PurchaseLines {
    /** What all have. */
    static final String COMMON = """
            0  0200
            3  000000
            4  ${__Random(100,50000)}
            7  ${__isoUtc(MMddHHmmss)}
            11 ${__isoStan()}
            12 ${__isoUtc(HHmmss)}
            13 1121
            18 5411
            22 051
            25 00
            26 12
            32 9999
            37 ${__isoRrn()}
            41 TERM0001
            42 MERCHANT0000001
            49 978
            """;

    /** One card. */
    static final String CARD = "2 9999990000000015\n";

    /** 10,000 cards, since a card's ATC ends at 65,535. */
    public static final String CARDS = "2 ${__Random(9999990000000000,9999990000009999)}\n";

    private static final String CHIP_DATA = """
            55.82 1800
            55.95 8000048000
            55.9A 261121
            55.9C 01
            55.5F2A 0978
            55.9F02 000000004000
            55.9F03 000000000000
            55.9F10 06011203A0B800
            55.9F1A 0056
            """;

    /** What chip, PIN and MAC add, each value as it stands. */
    static final String CHIP = """
            52 1B9C1845EB993A7A
            """ + CHIP_DATA + """
            55.9F26 7A788EA6B8A3E733
            55.9F36 001C
            55.9F37 52BF4585
            62 FFFF9876543210E00001
            64 5F1448EEA8AD90A7
            """;

    /** PIN block and KSN by 3DES DUKPT. */
    public static final String PIN = """
            52:= pinblock format=0 key=BDK pin=1234 ksn=@62
            62:= ksn key=BDK id=FFFF987654${__intSum(1000,${__threadNum})}000000
            """;

    /** The cryptogram of a Visa card, and what it needs. */
    public static final String ARQC = CHIP_DATA + """
            55.9F26:= arqc key=IMK cvn=18
            55.9F36:= atc card=@2
            55.9F37:= un
            """;

    /** A retail MAC. */
    public static final String MAC = """
            64:= mac key=MAK algorithm=retail padding=1 length=8
            """;

    /** What chip, PIN and MAC add, new in every request. */
    static final String SEALED = CARDS + PIN + ARQC + MAC;

    private PurchaseLines() {}

    /** A template with values that stand for those that live. */
    static String fixed(String template) {
        return template.replace("${__Random(100,50000)}", "1000")
                .replace("${__isoUtc(MMddHHmmss)}", "1121120000")
                .replace("${__isoStan()}", "000421")
                .replace("${__isoUtc(HHmmss)}", "120000")
                .replace("${__isoRrn()}", "632512345678")
                .replace("${__intSum(1000,${__threadNum})}", "1001");
    }
}
