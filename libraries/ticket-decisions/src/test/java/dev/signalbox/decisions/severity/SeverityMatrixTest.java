package dev.signalbox.decisions.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeverityMatrixTest {

    private final SeverityMatrix starter =
            PolicyDocument.starter().policy().analysis().matrix();

    @Test
    void everyUrgencyAndImpactHasASeverity() {
        for (Urgency urgency : Urgency.values()) {
            for (Impact impact : Impact.values()) {
                assertThat(starter.severity(urgency, impact)).isNotNull();
            }
        }
    }

    @Test
    void moreUrgencyOrImpactIsNeverLessSevere() {
        for (Urgency urgency : Urgency.values()) {
            for (Impact impact : Impact.values()) {
                Severity here = starter.severity(urgency, impact);
                if (urgency != Urgency.CRITICAL) {
                    Urgency worse = Urgency.values()[urgency.ordinal() - 1];
                    assertThat(starter.severity(worse, impact)).isLessThanOrEqualTo(here);
                }
                if (impact != Impact.WIDESPREAD) {
                    Impact wider = Impact.values()[impact.ordinal() - 1];
                    assertThat(starter.severity(urgency, wider)).isLessThanOrEqualTo(here);
                }
            }
        }
    }

    @Test
    void aMatrixWithAHoleIsRefusedByItsCell() {
        Map<Urgency, Map<Impact, Severity>> rows = new EnumMap<>(Urgency.class);
        starter.rows().forEach((urgency, row) -> rows.put(urgency, new EnumMap<>(row)));
        rows.get(Urgency.HIGH).remove(Impact.LARGE);

        assertThatThrownBy(() -> new SeverityMatrix(rows))
                .hasMessage("analysis.matrix.HIGH.LARGE is missing: allowed are P1 to P4");
    }
}
