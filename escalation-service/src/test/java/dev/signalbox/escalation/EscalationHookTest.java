package dev.signalbox.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.escalation.delivery.sink.EscalationExample;
import dev.signalbox.escalation.delivery.sink.Message;
import dev.signalbox.escalation.delivery.sink.Notice;
import dev.signalbox.escalation.delivery.sink.SinkKind;
import dev.signalbox.escalation.delivery.sink.Target;
import dev.signalbox.escalation.example.EscalationHook;
import dev.signalbox.testsupport.Checkout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The webhook that docs/consume-escalations.md shows is this one, and it works. */
class EscalationHookTest {

    private static final String SECRET = "whsec_bmV3LXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw==";
    private static final String OTHER = "whsec_b2xkLXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw==";

    @Test
    void hookActsOnceForEachIdAndRefusesWhatIsNotSignedWithItsSecret() throws Exception {
        AtomicInteger effects = new AtomicInteger();
        EscalationHook hook = new EscalationHook(SECRET, effects::incrementAndGet);
        EscalationHook another = new EscalationHook(OTHER, effects::incrementAndGet);
        Message message = SinkKind.WEBHOOK
                .sink()
                .message(
                        new Target(URI.create("https://ops.example/"), List.of(SECRET)),
                        new Notice("event-1", EscalationExample.of(EscalationChange.OPENED), Instant.now()));
        Map<String, List<String>> headers = new HashMap<>();
        message.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        String body = new String(message.body(), UTF_8);

        assertThat(another.take(headers, body)).isEqualTo(401);
        assertThat(hook.take(headers, body)).isEqualTo(204);
        assertThat(hook.take(headers, body)).isEqualTo(204);

        assertThat(effects).hasValue(1);
    }

    @Test
    void documentShowsThisHook() throws IOException {
        String document = Files.readString(Checkout.root().resolve("docs/consume-escalations.md"));
        String source = Files.readString(Checkout.root()
                .resolve("escalation-service/src/test/java/dev/signalbox/escalation/example/EscalationHook.java"));

        assertThat(document).contains("```java\n" + source.substring(source.indexOf("import")) + "```\n");
    }
}
