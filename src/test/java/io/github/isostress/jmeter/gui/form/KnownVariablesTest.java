package io.github.isostress.jmeter.gui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.rehearsal.KnownVariable;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.extractor.BoundaryExtractor;
import org.apache.jmeter.extractor.HtmlExtractor;
import org.apache.jmeter.extractor.RegexExtractor;
import org.apache.jmeter.extractor.json.jmespath.JMESPathExtractor;
import org.apache.jmeter.extractor.json.jsonpath.JSONPostProcessor;
import org.apache.jmeter.gui.tree.JMeterTreeModel;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.modifiers.CounterConfig;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Which variables an expression in a message can name. */
@ExtendWith(JMeterEnvironment.class)
class KnownVariablesTest {
    @TempDir
    private Path folder;

    private final JMeterTreeModel model = new JMeterTreeModel(new TestPlan("plan"));
    private final JMeterTreeNode plan = (JMeterTreeNode) ((JMeterTreeNode) model.getRoot()).getChildAt(0);
    private final JMeterTreeNode group = add(plan, new ThreadGroup(), "group");
    private final JMeterTreeNode request = add(group, new Iso8583Request(), "request");

    private static JMeterTreeNode add(JMeterTreeNode parent, TestElement element, String name) {
        element.setName(name);
        JMeterTreeNode node = new JMeterTreeNode(element, null);
        parent.add(node);
        return node;
    }

    private List<KnownVariable> known() {
        return PlanTreeScope.of(request).knownVariables();
    }

    private CSVDataSet csv(String names) throws IOException {
        CSVDataSet element = new CSVDataSet();
        element.setProperty(
                "filename",
                Files.writeString(folder.resolve("cards.csv"), "PAN,EXPIRY\n4111111111111111,2712\n")
                        .toString());
        element.setProperty("variableNames", names);
        return element;
    }

    @Test
    void shouldKnowThoseOfThePlanWithoutTheirValues() {
        Arguments arguments = new Arguments();
        arguments.addArgument("TERMINAL", "TERM0001");
        add(plan, arguments, "User Defined Variables");

        assertThat(known()).containsExactly(new KnownVariable("TERMINAL", "a user-defined variable of the plan"));
    }

    @Test
    void shouldKnowTheColumnsOfACsvFileWhoeverNamesThem() throws IOException {
        add(group, csv(""), "cards");
        assertThat(known())
                .containsExactly(
                        new KnownVariable("PAN", "a column of CSV Data Set cards"),
                        new KnownVariable("EXPIRY", "a column of CSV Data Set cards"));
    }

    @Test
    void shouldKnowTheNamedColumnsWhenTheFileCannotBeRead() throws IOException {
        CSVDataSet named = csv("CARD, VALID_TO");
        named.setProperty("filename", folder.resolve("missing.csv").toString());
        add(group, named, "cards");

        assertThat(known()).extracting(KnownVariable::name).containsExactly("CARD", "VALID_TO");
    }

    @Test
    void shouldKnowNoColumnWhenTheFileThatNamesThemCannotBeRead() throws IOException {
        CSVDataSet unnamed = csv("");
        unnamed.setProperty("filename", folder.resolve("missing.csv").toString());
        add(group, unnamed, "cards");

        assertThat(known()).isEmpty();
    }

    @Test
    void shouldKnowWhatElementsWriteWhereverTheyStand() {
        Iso8583FieldExtractor extractor = new Iso8583FieldExtractor();
        extractor.set(Iso8583FieldExtractorSchema.INSTANCE.variables, "38=AUTH_ID\n55.8A=ARC");
        add(request, extractor, "extract");
        Iso8583Request other = new Iso8583Request();
        other.set(Iso8583RequestSchema.INSTANCE.variables, "37=RRN, 39=CODE");
        add(group, other, "other");
        RegexExtractor regex = new RegexExtractor();
        regex.setRefName("BY_REGEX");
        add(request, regex, "regex");
        BoundaryExtractor boundary = new BoundaryExtractor();
        boundary.setRefName("BY_BOUNDARY");
        add(request, boundary, "boundary");
        HtmlExtractor html = new HtmlExtractor();
        html.setRefName("BY_HTML");
        add(request, html, "html");
        JSONPostProcessor json = new JSONPostProcessor();
        json.setRefNames("ONE;TWO");
        add(request, json, "json");
        JMESPathExtractor jmes = new JMESPathExtractor();
        jmes.setRefName("BY_JMES");
        add(request, jmes, "jmes");
        CounterConfig counter = new CounterConfig();
        counter.setVarName("COUNT");
        add(group, counter, "counter");

        assertThat(known())
                .contains(new KnownVariable("AUTH_ID", "written by extract while the plan runs"))
                .extracting(KnownVariable::name)
                .containsExactlyInAnyOrder(
                        "AUTH_ID",
                        "ARC",
                        "RRN",
                        "CODE",
                        "BY_REGEX",
                        "BY_BOUNDARY",
                        "BY_HTML",
                        "ONE",
                        "TWO",
                        "BY_JMES",
                        "COUNT");
    }

    @Test
    void shouldKnowNothingOfWhatIsDisabled() {
        RegexExtractor regex = new RegexExtractor();
        regex.setRefName("BY_REGEX");
        add(request, regex, "regex").setEnabled(false);

        assertThat(known()).isEmpty();
    }
}
