package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.Remark;
import java.awt.Component;
import java.awt.Container;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A text that a run would refuse is refused while it is typed, below its field. */
@ExtendWith(JMeterEnvironment.class)
class LiveChecksTest {
    /** Wrong in each field that can be wrong: no number, no word of a list, no element, no file. */
    private static final String WRONG = "?!?";

    /** Where any text is right: names, addresses to be resolved, passwords, values. */
    private static final Set<String> ANY_TEXT = Set.of(
            "address",
            "clientNames",
            "counterFile",
            "defaultValue",
            "filePassword",
            "filePasswordVariable",
            "keyAlias",
            "keyStorePassword",
            "listenAddress",
            "portProperty",
            "signOnCodes",
            "echoCodes",
            "signOffCodes",
            "successCodes",
            "trustStorePassword");

    /** Where a table, an editor or a sentence of its own tells what is wrong; other tests are about these. */
    private static final Set<String> TOLD_ELSEWHERE =
            Set.of("template", "lines", "keys", "framing", "seals", "rules of a host", "gates", "everySeconds");

    @ParameterizedTest
    @EnumSource
    void shouldSayWhatIsWrongWhenAFieldHoldsIt(Panel panel) throws Exception {
        Set<String> unremarked = new TreeSet<>();
        for (PropertyDescriptor<?, ?> property : panel.ownProperties()) {
            if (property instanceof StringPropertyDescriptor && !isExempt(panel, property)) {
                String label = PanelLabels.get(panel.prefix + property.getShortName()) + ": ";
                if (remarks(panel, property, wrong(property)).lines().noneMatch(line -> line.startsWith(label))) {
                    unremarked.add(property.getShortName());
                }
            }
        }

        assertThat(unremarked).isEmpty();
    }

    private static String wrong(PropertyDescriptor<?, ?> property) {
        return Set.of("host", "connectTo").contains(property.getShortName()) ? "switch:99999" : WRONG;
    }

    private static boolean isExempt(Panel panel, PropertyDescriptor<?, ?> property) {
        String name = property.getShortName();
        return ANY_TEXT.contains(name)
                || TOLD_ELSEWHERE.contains(panel == Panel.HOST && name.equals("rules") ? "rules of a host" : name);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayNothingWhenTheElementIsNewOrHoldsExpressions(Panel panel) throws Exception {
        assertThat(remarks(panel, panel.newElement())).isEmpty();
        // A line of a template that is an expression as a whole has no element: a run refuses it, too.
        assertThat(remarks(panel, panel.filledElement()).lines()).allMatch(line -> line.contains("is no data element"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONNECTION | port            | 99999        | Port: '99999' is outside 1 to 65535
            CONNECTION | connectTimeout  | abc          | Connect timeout (ms): 'abc' is no whole number of 1 to 3600000
            CONNECTION | window          | -1           | is outside 0 to 1000000
            CONNECTION | keep            | pool of many | is none of thread, iteration
            CONNECTION | resumption      | often        | 'often' is none of: full, thread, shared
            CONNECTION | protocols       | TLSv9        | 'TLSv9' is none of:
            CONNECTION | signOn          | one 1        | is no data element
            CONNECTION | keyStore        | no.such      | is no file on this machine
            HOST       | connections     | 0            | is outside 1 to 1000
            RATE       | rate            | abc          | abc
            ASSERTION  | rules           | 39 iz 00     | 'iz' is none of equals, in, matches, present, absent
            REQUEST    | responseTimeout | 0            | whole number
            """)
    void shouldNameTheFieldAndTheRuleWhenATextBreaksIt(Panel panel, String name, String text, String words)
            throws Exception {
        PropertyDescriptor<?, ?> property = panel.ownProperties().stream()
                .filter(each -> each.getShortName().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(remarks(panel, property, text)).contains(words);
    }

    @Test
    void shouldFallSilentWhenTheTextIsPutRight() throws Exception {
        AbstractJMeterGuiComponent gui = Panel.RATE.open();
        TestElement element = Panel.RATE.newElement();
        JTextComponent rate = parts(gui)
                .filter(JTextComponent.class::isInstance)
                .map(JTextComponent.class::cast)
                .filter(part -> PanelLabels.get("rate.rate")
                        .equals(part.getAccessibleContext().getAccessibleName()))
                .findFirst()
                .orElseThrow();

        SwingUtilities.invokeAndWait(() -> {
            gui.configure(element);
            rate.setText("abc");
        });
        assertThat(remarks(gui)).startsWith("Requests a second: ");
        SwingUtilities.invokeAndWait(() -> rate.setText("250"));
        assertThat(remarks(gui)).isEmpty();
    }

    private static String remarks(Panel panel, PropertyDescriptor<?, ?> property, String text) throws Exception {
        TestElement element = panel.newElement();
        element.setProperty(property.getName(), text);
        return remarks(panel, element);
    }

    private static final Map<Panel, AbstractJMeterGuiComponent> OPEN = new java.util.EnumMap<>(Panel.class);

    private static String remarks(Panel panel, TestElement element) throws Exception {
        AbstractJMeterGuiComponent gui = OPEN.computeIfAbsent(panel, Panel::open);
        SwingUtilities.invokeAndWait(() -> gui.configure(element));
        return remarks(gui);
    }

    private static String remarks(AbstractJMeterGuiComponent gui) {
        return parts(gui)
                .filter(Remark.class::isInstance)
                .map(Remark.class::cast)
                .filter(remark -> remark.getName().contains("problems"))
                .map(JTextComponent::getText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part -> part instanceof Container inner
                        ? Stream.concat(Stream.of(part), parts(inner))
                        : Stream.of(part));
    }
}
