package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.gui.form.Remark;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the response tab says while a user types. */
@ExtendWith(JMeterEnvironment.class)
class ResponseTabTest {
    private final ResponseTab tab = new ResponseTab(unused -> {});
    private final Parts parts = new Parts(tab);
    private final Remark problems = parts.labelled(Remark.class, "request.response.problems");

    private String typed(String field, String text) throws Exception {
        Parts.perform(() -> {
            show();
            parts.labelled(JTextComponent.class, "request." + field).setText(text);
        });
        return Parts.seen(problems::getText);
    }

    private void show() {
        tab.bindings().forEach(binding -> binding.updateUi(new Iso8583Request()));
    }

    @Test
    void shouldSayNothingWhenTheDefaultsAreShown() throws Exception {
        Parts.perform(this::show);

        assertThat(problems.getText()).isEmpty();
        assertThat(problems.isVisible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    matchElements   | 11 abc   | Match elements: 'abc' is no data element
                    matchElements   | ''       | Match elements: write element numbers, or none
                    echoElements    | 2 500    | Echo elements: element 500 cannot be set
                    responseTimeout | 10s      | Response timeout (ms): it needs a whole number, 1 to 3600000
                    responseTimeout | 3600001  | Response timeout (ms): it needs a whole number, 1 to 3600000
                    successCodes    | ' '      | Success codes (DE 39): write the values of DE 39, or * for any answer
                    verified        | 64:= mac | Verified in the answer: line 1, element 64: mac needs key
                    variables       | 38       | Elements as variables: '38' has no =
                    """)
    void shouldNameFieldAndRuleWhenAFieldCannotBeUsed(String field, String text, String beginning) throws Exception {
        assertThat(typed(field, text)).startsWith(beginning).doesNotContain("\n");
        assertThat(problems.isVisible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    matchElements   | none
                    matchElements   | 11, 37 48.1
                    echoElements    | ${echoed}
                    responseTimeout | ${__P(timeout,10000)}
                    verified        | '64:= mac key=MAK'
                    verified        | '64:= mac key=${KEY}'
                    verified        | '# none'
                    variables       | 38=AUTH_ID 55.8A=ARC
                    variables       | ${kept}
                    """)
    void shouldSayNothingWhenAFieldCanBeUsed(String field, String text) throws Exception {
        assertThat(typed(field, text)).isEmpty();
    }
}
