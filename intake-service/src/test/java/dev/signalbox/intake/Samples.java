package dev.signalbox.intake;

import dev.signalbox.intake.freshdesk.Freshdesk;
import dev.signalbox.intake.intercom.Intercom;
import dev.signalbox.intake.jira.Jira;
import dev.signalbox.intake.nativeformat.NativeFormat;
import dev.signalbox.intake.zendesk.Zendesk;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The sample payloads, a folder for each kind of helpdesk, and a reader without a container around it. */
final class Samples {

    static final Instant RECEIVED = Instant.parse("2026-11-22T09:00:00Z");
    static final Path FOLDER = Path.of("src/test/resources/samples");

    private Samples() {}

    static HelpdeskReader reader() {
        return reader(Map.of());
    }

    static HelpdeskReader reader(Map<String, String> settings) {
        IntakeConfig config = new SmallRyeConfigBuilder()
                .withMapping(IntakeConfig.class)
                .withDefaultValues(settings)
                .withConverter(
                        java.time.Duration.class,
                        100,
                        text -> java.time.Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text))
                .build()
                .getConfigMapping(IntakeConfig.class);
        NativeFormat own = new NativeFormat();
        return new HelpdeskReader(
                new Helpdesks(List.of(new Jira(), new Freshdesk(), new Intercom(), new Zendesk(), own), config), own);
    }

    static HelpdeskReader.Result read(String source, byte[] payload) {
        return reader().read(headers("source", source), payload, RECEIVED);
    }

    static HelpdeskReader.Result read(String source, String payload) {
        return read(source, payload.getBytes(StandardCharsets.UTF_8));
    }

    static RecordHeaders headers(String... namesAndValues) {
        RecordHeaders headers = new RecordHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    /** All payloads below a folder, in order. */
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
