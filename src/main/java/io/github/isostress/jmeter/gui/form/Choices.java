package io.github.isostress.jmeter.gui.form;

import io.github.isostress.connect.HostOrder;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.jmeter.element.EarlyEnd;
import io.github.isostress.jmeter.sample.ResponseDetail;
import io.github.isostress.jmeter.setting.HostReader;
import io.github.isostress.jmeter.setting.KeysReader;
import io.github.isostress.jmeter.setting.ReplyAction;
import io.github.isostress.jmeter.setting.ReplySettings;
import io.github.isostress.jmeter.setting.ReportChoice;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.pace.Arrivals;
import io.github.isostress.pace.Backlog;
import io.github.isostress.pace.Begin;
import io.github.isostress.pace.Rated;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the panels offer to choose from. */
public final class Choices {
    static final List<String> FRAMINGS =
            Arrays.stream(FramingPreset.values()).map(FramingPreset::presetName).toList();

    static final List<String> PACKAGERS = Stream.concat(Packagers.BUILT_IN.stream(), Stream.of(Packagers.NONE))
            .toList();

    public static final String[] KEY_STORES = {".pfx", ".p12", ".jks"};

    public static final String[] TRUST_STORES = {".pem", ".crt", ".cer", ".pfx", ".p12", ".jks"};

    public static final String[] PRIVATE_KEYS = {".pem", ".key"};

    public static final List<String> HOST_ORDERS =
            Arrays.stream(HostOrder.values()).map(HostOrder::words).toList();

    public static final List<String> HOST_DIRECTIONS = List.of(HostReader.LISTEN, HostReader.CONNECT);

    public static final List<String> RESOLVE = List.of("each time", "once");

    public static final List<String> KEEP = List.of(
            "thread",
            "iteration",
            "sample",
            "100 samples",
            "pool of 10",
            "pool links of 10",
            "shared 2",
            "shared links 2");

    public static final List<String> SHARED_CHOICES = List.of("fewest under way", "in turn");

    public static final List<String> ECHO_WHEN = List.of("when idle", "always");

    public static final List<String> EVALUATE = List.of("thread", "connect");

    public static final List<String> WHEN_NOTHING_CAN_BE_SENT = EarlyEnd.allWords();

    public static final List<String> UNSOLICITED = List.of("network management", "none", "0800 0820");

    public static final List<String> RESUMPTION = List.of("full", "thread", "shared");

    public static final List<String> CHECK_REQUESTS = RequestCheck.allWords();

    public static final List<String> AFTER_TIMEOUT = List.of("keep", "close");

    public static final List<String> RESPONSE_DETAIL = ResponseDetail.allWords();

    public static final List<String> REPLY_ACTIONS = ReplyAction.allWords();

    public static final List<String> OTHER_ELEMENTS = ReplySettings.OTHER_ELEMENTS;

    public static final List<String> WHEN_NO_REQUEST = ReplySettings.WHEN_NO_REQUEST;

    public static final List<String> JOIN_BY = ReplySettings.JOIN_BY;

    public static final List<String> RATED = Rated.allWords();

    public static final List<String> ARRIVALS = Arrivals.allWords();

    public static final List<String> PARITIES = KeysReader.PARITIES;

    public static final List<String> BACKLOG = Backlog.allWords();

    public static final List<String> BEGIN = Begin.allWords();

    public static final List<String> MESSAGES = List.of("response", "request");

    public static final List<String> REPORTS = ReportChoice.allWords();

    private Choices() {}
}
