package dev.signalbox.systemtests.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class PublishedSchemasTest {

    private final PublishedSchemas schemas;

    PublishedSchemasTest() throws IOException {
        schemas = new PublishedSchemas(Checkout.root().resolve("docs"));
    }

    @Test
    void recordAsItIsWrittenIsValid() throws IOException {
        assertThat(faults(golden())).isEmpty();
    }

    @Test
    void fieldThatIsMissingAndValueThatIsUnknownAreFaults() throws IOException {
        assertThat(faults(golden().replace("\"dedupKey\"", "\"otherKey\""))).hasSize(1);
        assertThat(faults(golden().replace("\"change\": \"RESOLVED\"", "\"change\": \"SNOOZED\"")))
                .hasSize(1);
        assertThat(faults(golden().replaceFirst("\"at\" ?: ?\"[^\"]*\"", "\"at\": \"yesterday\"")))
                .hasSize(1);
    }

    @Test
    void whatIsNoJsonOrMoreThanOneValueIsAFault() throws IOException {
        assertThat(faults("priority: high")).singleElement().asString().startsWith("no JSON");
        assertThat(faults(golden() + "{}")).singleElement().asString().startsWith("no JSON");
    }

    @Test
    void tombstoneIsValidOnACompactedTopicAlone() {
        assertThat(schemas.faults(Topic.ACCOUNTS, "acme", null)).isEmpty();
        assertThat(schemas.faults(Topic.ESCALATIONS, "a:1", null)).containsExactly("no value");
    }

    @Test
    void policyIsADocumentUnderItsHashOrAPointer() {
        byte[] document = PolicyDocument.resource("/policies/starter.yaml");
        String hash = PolicyDocument.parse(document).hash();

        assertThat(schemas.faults(Topic.POLICIES, hash, document)).isEmpty();
        assertThat(schemas.faults(Topic.POLICIES, "another", document))
                .containsExactly("the document's hash is " + hash);
        assertThat(schemas.faults(Topic.POLICIES, hash, "scoring: 1".getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("no policy");
        assertThat(schemas.faults(Topic.POLICIES, "active", "{\"hash\":\"x\"}".getBytes(UTF_8)))
                .isEmpty();
        assertThat(schemas.faults(Topic.POLICIES, "active", document)).hasSize(1);
    }

    private Iterable<String> faults(String escalation) {
        return schemas.faults(Topic.ESCALATIONS, "a:1", escalation.getBytes(UTF_8));
    }

    private static String golden() throws IOException {
        return Files.readString(
                Checkout.root().resolve("libraries/ticket-contracts/src/test/resources/golden/escalations.json"));
    }
}
