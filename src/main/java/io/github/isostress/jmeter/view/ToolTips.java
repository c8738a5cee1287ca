package io.github.isostress.jmeter.view;

/** Tooltips of values that come from a host: they may be long, and are never taken for HTML. */
final class ToolTips {
    private static final int LINE = 80;
    private static final int LONGEST = 20 * LINE;

    private ToolTips() {}

    /** The text in lines; none if it is empty. */
    static String of(String text) {
        if (text.isEmpty()) {
            return null;
        }
        StringBuilder html = new StringBuilder("<html>");
        int end = Math.min(text.length(), LONGEST);
        for (int line = 0; line < end; line += LINE) {
            String part = text.substring(line, Math.min(line + LINE, end));
            html.append(line == 0 ? "" : "<br>")
                    .append(part.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>"));
        }
        return html.append(text.length() > end ? " ..." : "").append("</html>").toString();
    }
}
