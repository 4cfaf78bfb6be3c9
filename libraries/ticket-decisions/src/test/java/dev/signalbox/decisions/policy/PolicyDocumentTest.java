package dev.signalbox.decisions.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

    @Test
    void starterPolicyIsValidAndNamedByItsContent() {
        PolicyDocument starter = PolicyDocument.starter();

        assertThat(starter.policy().name()).isEqualTo("starter");
        assertThat(starter.hash()).matches("sha256:[0-9a-f]{64}");
        assertThat(PolicyDocument.parse(PolicyDocument.resource("/policies/starter.yaml")))
                .isEqualTo(starter);
    }

    /** A newer service must not stop on a policy that an older one has stored. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "reviews",
                "promotion",
                "promotion.reassignment",
                "sla.targets.update",
                "sla.targets.team",
                "sla.watchdog.lastMoment",
                "sla.watchdog.settlesFor",
                "sla.watchdog.prematureClosing",
                "sla.calendars",
                "routing.skills.known",
                "routing.queue",
                "routing.queue.claimWithin",
                "routing.staffing"
            })
    void whatCouldNotBeSaidBeforeMayBeMissing(String field) throws JsonProcessingException {
        JsonNode document = PolicyDocument.tree(PolicyDocument.resource("/policies/starter.yaml"));
        ObjectNode parent = (ObjectNode) FieldPath.at(document, FieldPath.parent(field));
        assertThat(parent.remove(field.substring(field.lastIndexOf('.') + 1))).isNotNull();

        assertThatCode(() -> PolicyDocument.read(document, Policy.class)).doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingIsAsInTheStarterPolicy() throws JsonProcessingException {
        JsonNode document = PolicyDocument.tree(PolicyDocument.resource("/policies/starter.yaml"));
        ((ObjectNode) document.at("/promotion")).remove("reassignment");
        ((ObjectNode) document.at("/sla/targets")).remove(List.of("update", "team"));
        ((ObjectNode) document.at("/routing")).remove("queue");

        assertThat(PolicyDocument.read(document, Policy.class))
                .isEqualTo(PolicyDocument.starter().policy());
    }
}
