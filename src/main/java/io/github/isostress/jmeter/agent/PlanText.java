package io.github.isostress.jmeter.agent;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The plan that this JMeter has open, as the text of a JMX file: what its window shows, saved or not, or the file that it
 * runs without a window. Stateless.
 */
final class PlanText {
    private static final Pattern INCLUDED =
            Pattern.compile("<stringProp name=\"IncludeController\\.includepath\">([^<]+)<");

    private PlanText() {}

    /** The text, with those of the plans that it includes. */
    static String read() throws IOException {
        GuiPackage window = GuiPackage.getInstance();
        return window == null ? ofFile() : ofWindow(window);
    }

    private static String ofWindow(GuiPackage window) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        // What is included stands in this tree already.
        SaveService.saveTree(JMeter.convertSubTree(window.getTreeModel().getTestPlan(), true), text);
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String ofFile() throws IOException {
        String name = FileServer.getFileServer().getScriptName();
        if (name == null) {
            throw new IOException("it was not opened from a file");
        }
        Path folder = Path.of(FileServer.getFileServer().getBaseDir());
        StringBuilder text = new StringBuilder(Files.readString(folder.resolve(name)));
        Matcher included = INCLUDED.matcher(text.toString());
        while (included.find()) {
            text.append(ofIncluded(folder, included.group(1).trim()));
        }
        return text.toString();
    }

    /** JMeter looks in its own folder first. One that is not there is JMeter's to refuse. */
    private static String ofIncluded(Path folder, String written) throws IOException {
        String name = JMeterUtils.getPropDefault("includecontroller.prefix", "") + written;
        File here = new File(name);
        Path file = here.exists() ? here.toPath() : folder.resolve(name);
        return Files.isRegularFile(file) ? Files.readString(file) : StringUtils.EMPTY;
    }
}
