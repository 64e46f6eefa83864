package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void aQuestionKeepsItsAccentsWithoutALocale() {
        byte[] commandLine = "java\0-cp\0x.jar\0Main\0ask\0orders in Île-de-France\0".getBytes(StandardCharsets.UTF_8);

        assertThat(Arguments.lastOf(commandLine, "ask", "orders in \uFFFD\uFFFDle-de-France"))
                .containsExactly("ask", "orders in Île-de-France");
    }

    @Test
    void bytesThatAreNoTextStayUnreadable() {
        byte[] commandLine = {'a', 's', 'k', 0, (byte) 0xff, (byte) 0xfe, 0};

        assertThat(Arguments.lastOf(commandLine, "ask", "\uFFFD\uFFFD")).containsExactly("ask", "\uFFFD\uFFFD");
    }

    @Test
    void readableArgumentsAreLeftAlone() {
        assertThat(Arguments.asTyped("ask", "Île")).containsExactly("ask", "Île");
    }
}
