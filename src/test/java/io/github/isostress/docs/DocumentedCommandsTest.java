package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which commands of the pages are run by the build. */
class DocumentedCommandsTest {
    @ParameterizedTest
    @MethodSource("io.github.isostress.docs.ShellBlock#all")
    void shouldBeRunOrSayWhyNotWhenItIsABlockOfCommands(ShellBlock block) {
        assumeFalse(block.builds(), "it builds the project");
        assertThat(Stream.of(DocumentedCommand.values()).filter(command -> command.is(block)))
                .as(
                        "add %s to DocumentedCommand, and run it in DocumentedCommandsIT; only what builds or installs is not run",
                        block)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeOnItsPageWhenItIsACommand(DocumentedCommand command) {
        assertThat(ShellBlock.all().filter(command::is)).hasSize(1);
    }
}
