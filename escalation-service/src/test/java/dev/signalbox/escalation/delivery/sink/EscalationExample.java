package dev.signalbox.escalation.delivery.sink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.Json;
import dev.signalbox.testsupport.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The golden escalation of the contracts, at any point of its life. */
public final class EscalationExample {

    private static final Path GOLDEN =
            Checkout.root().resolve("libraries/ticket-contracts/src/test/resources/golden/escalations.json");

    private EscalationExample() {}

    public static Escalation of(EscalationChange change) {
        return of(change, unchanged -> {});
    }

    public static Escalation of(EscalationChange change, Consumer<ObjectNode> varied) {
        try {
            ObjectNode json = (ObjectNode) Json.tree(Files.readAllBytes(GOLDEN));
            json.put("change", change.name()).put("state", state(change).name());
            varied.accept(json);
            return Json.decode(Json.encode(json), Escalation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EscalationState state(EscalationChange change) {
        return switch (change) {
            case ACKNOWLEDGED -> EscalationState.ACKNOWLEDGED;
            case UPDATED -> EscalationState.IN_PROGRESS;
            case RESOLVED -> EscalationState.RESOLVED;
            case CANCELLED -> EscalationState.CANCELLED;
            default -> EscalationState.OPEN;
        };
    }
}
