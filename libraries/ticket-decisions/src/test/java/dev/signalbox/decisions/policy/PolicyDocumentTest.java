package dev.signalbox.decisions.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    @Test
    void starterPolicyIsValidAndNamedByItsContent() {
        PolicyDocument starter = PolicyDocument.starter();

        assertThat(starter.policy().name()).isEqualTo("starter");
        assertThat(starter.hash()).matches("sha256:[0-9a-f]{64}");
        assertThat(PolicyDocument.parse(PolicyDocument.resource("/policies/starter.yaml")))
                .isEqualTo(starter);
    }
}
