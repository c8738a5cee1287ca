package io.github.isostress.jmeter.report.jtl;

/** What is not known of a Transaction Controller's sum from its own row. */
enum SumDoubt {
    /** Its parts stand behind it, or nowhere. */
    NONE,

    /** The row before it has its columns: as of its last part, or by chance. */
    PARTS_MAY_STAND_BEFORE,

    /** It sums up nothing, was cut short, or is a sample of its own. */
    IS_UNLIKE_OTHERS
}
