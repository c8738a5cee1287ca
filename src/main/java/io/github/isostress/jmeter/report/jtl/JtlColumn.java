package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.jmeter.record.JtlColumns;
import java.util.Arrays;
import java.util.Optional;

/** The columns of a JTL that are read: some of JMeter's, and those of {@link JtlColumns}. */
enum JtlColumn {
    TIME_STAMP("timeStamp", Need.REQUIRED, Content.NUMBER),
    ELAPSED("elapsed", Need.REQUIRED, Content.NUMBER),
    LABEL("label", Need.REQUIRED, Content.TEXT),
    CODE("responseCode", Need.REQUIRED, Content.TEXT),
    MESSAGE("responseMessage", Need.REQUIRED, Content.TEXT),
    SUCCESS("success", Need.REQUIRED, Content.TEXT),
    THREAD("threadName", Need.OPTIONAL, Content.TEXT),
    DATA_TYPE("dataType", Need.OPTIONAL, Content.TEXT),
    FAILURE_MESSAGE("failureMessage", Need.OPTIONAL, Content.TEXT),
    SENT_BYTES("sentBytes", Need.OPTIONAL, Content.NUMBER),
    IDLE_TIME("IdleTime", Need.OPTIONAL, Content.NUMBER),
    HOST_NAME("Hostname", Need.OPTIONAL, Content.TEXT),
    ROUND_TRIP(JtlColumns.ROUND_TRIP, Need.OPTIONAL, Content.NUMBER),
    CONNECT(JtlColumns.CONNECT, Need.OPTIONAL, Content.NUMBER),
    TLS(JtlColumns.TLS, Need.OPTIONAL, Content.NUMBER),
    LAG(JtlColumns.LAG, Need.OPTIONAL, Content.NUMBER),
    QUEUE(JtlColumns.QUEUE, Need.OPTIONAL, Content.NUMBER),
    ISSUER(JtlColumns.ISSUER, Need.OPTIONAL, Content.NUMBER),
    BETWEEN(JtlColumns.BETWEEN, Need.OPTIONAL, Content.NUMBER),
    KIND(JtlColumns.KIND, Need.OPTIONAL, Content.TEXT),
    CONNECTION(JtlColumns.CONNECTION, Need.OPTIONAL, Content.TEXT),
    MTI(JtlColumns.MTI, Need.OPTIONAL, Content.TEXT),
    PROCESSING_CODE(JtlColumns.PROCESSING_CODE, Need.OPTIONAL, Content.TEXT);

    private final String title;
    private final Need need;
    private final Content content;

    /** Whether a JTL can be read without the column. */
    private enum Need {
        REQUIRED,
        OPTIONAL
    }

    private enum Content {
        TEXT,
        NUMBER
    }

    JtlColumn(String title, Need need, Content content) {
        this.title = title;
        this.need = need;
        this.content = content;
    }

    /** As in the header line, without quotes. */
    String title() {
        return title;
    }

    boolean isRequired() {
        return need == Need.REQUIRED;
    }

    boolean isNumber() {
        return content == Content.NUMBER;
    }

    /** The column with a title; JMeter writes the names of sample variables in quotes. */
    static Optional<JtlColumn> titled(String title) {
        String bare = title.replace("\"", "").strip();
        return Arrays.stream(values())
                .filter(column -> column.title.equals(bare))
                .findFirst();
    }
}
