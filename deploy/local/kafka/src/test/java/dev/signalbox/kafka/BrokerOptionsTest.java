package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerOptionsTest {

    @Test
    void readsPortAndFolder() {
        BrokerOptions options = BrokerOptions.parse(List.of("--port", "19092", "--data", "some/../folder"));

        assertThat(options)
                .isEqualTo(new BrokerOptions(19_092, Path.of("folder").toAbsolutePath(), 0));
    }

    @Test
    void endsTogetherWithANamedProcess() {
        BrokerOptions options = BrokerOptions.parse(List.of("--port", "1", "--data", "d", "--stop-with", "77"));

        assertThat(options.stopWith()).isEqualTo(77);
    }

    @Test
    void refusesWhatItDoesNotUnderstandInOneSentence() {
        assertRefused("--port must be a number from 1 to 65535.", "--data", "d");
        assertRefused("--port must be a number, not 'x'.", "--port", "x", "--data", "d");
        assertRefused("--data DIRECTORY is missing.", "--port", "1");
        assertRefused("--data needs a value.", "--port", "1", "--data");
        assertRefused("Unknown option --topics.", "--topics", "a");
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> BrokerOptions.parse(List.of(arguments)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
