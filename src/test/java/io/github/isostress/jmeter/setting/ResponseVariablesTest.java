package io.github.isostress.jmeter.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.message.ByteSpan;
import io.github.isostress.message.ElementPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseVariablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "38=AUTH_ID 55.8a=ARC",
                "38=AUTH_ID,55.8A=ARC",
                "38=AUTH_ID\n55.8A=ARC\n",
                " 38 = AUTH_ID ,\t55.8A= ARC"
            })
    void shouldReadEachElementWithItsVariableWhenSeparatedByBlanksCommasOrLines(String text) {
        assertThat(ResponseVariables.parse(text).entries())
                .containsExactly(
                        new ResponseVariables.Entry(element("38"), "AUTH_ID"),
                        new ResponseVariables.Entry(element("55.8A"), "ARC"));
    }

    private static ResponseVariables.Place element(String path) {
        return new ResponseVariables.AtElement(ElementPath.parse(path));
    }

    @Test
    void shouldReadBytesWithTheirVariablesWhenTheWordIsInFront() {
        assertThat(ResponseVariables.parse("bytes 6-9 = SESSION, 38=AUTH_ID\nbytes  4=KIND")
                        .entries())
                .containsExactly(
                        new ResponseVariables.Entry(new ResponseVariables.AtBytes(ByteSpan.parse("6-9")), "SESSION"),
                        new ResponseVariables.Entry(element("38"), "AUTH_ID"),
                        new ResponseVariables.Entry(new ResponseVariables.AtBytes(ByteSpan.parse("4")), "KIND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void shouldHaveNoneWhenBlank(String text) {
        assertThat(ResponseVariables.parse(text).entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    38           | '38' has no =
                    38=          | element 38 has no variable
                    =AUTH_ID     | '' is no data element
                    AUTH_ID=38   | 'AUTH_I...' is no data element
                    1=BITMAP     | element 1 cannot be set
                    38=${AUTH}   | element 38 has a variable whose name JMeter cannot use
                    38=A=B       | element 38 has a variable whose name JMeter cannot use
                    bytes 4-5=   | bytes 4-5 has no variable
                    bytes 5-4=A  | 5-4 ends before it begins
                    38=A 39=A    | the variable 'A' is given two elements
                    """)
    void shouldNameEntryAndRuleWhenOneCannotBeUsed(String text, String beginning) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseVariables.parse(text))
                .withMessageStartingWith(beginning);
    }

    @Test
    void shouldNotRepeatACardNumberWhenOneIsPasted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseVariables.parse("9999990000000015"))
                .withMessageStartingWith("'999999...' has no =");
    }
}
