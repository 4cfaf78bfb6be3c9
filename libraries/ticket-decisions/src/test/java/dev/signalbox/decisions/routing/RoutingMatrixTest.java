package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingMatrixTest {

    private static final MatrixRow EVERYTHING = row(Set.of(), Set.of(), Set.of(), "matched");

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, dedicated",
        "HIGH, senior",
        "STANDARD, matched",
        "LOW, rotation",
        "SELF_SERVICE, self-service"
    })
    void everyCombinationOfTheStarterPolicyHasALane(Band band, String lane) {
        RoutingMatrix matrix = new Floor().policy().matrix();

        for (Severity severity : Severity.values()) {
            for (PlanTier plan : PlanTier.values()) {
                assertThat(matrix.lane(band, severity, plan)).isEqualTo(lane);
            }
        }
    }

    @Test
    void theFirstRowThatMatchesDecides() {
        RoutingMatrix matrix = new RoutingMatrix(
                List.of(row(Set.of(Band.STANDARD), Set.of(Severity.P1), Set.of(PlanTier.BASIC), "senior"), EVERYTHING));

        assertThat(matrix.lane(Band.STANDARD, Severity.P1, PlanTier.BASIC)).isEqualTo("senior");
        assertThat(matrix.lane(Band.STANDARD, Severity.P1, PlanTier.FREE)).isEqualTo("matched");
    }

    @Test
    void aHoleIsRefusedByName() {
        MatrixRow allButTrial = row(
                Set.of(),
                Set.of(),
                Set.of(PlanTier.FREE, PlanTier.BASIC, PlanTier.PRO, PlanTier.ENTERPRISE),
                "matched");

        assertThatThrownBy(() -> new RoutingMatrix(List.of(allButTrial)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 combinations")
                .hasMessageContaining("CRITICAL/P1/TRIAL");
    }

    @Test
    void aRowThatIsNeverReachedIsRefusedWithItsPlace() {
        MatrixRow shadowed = row(Set.of(Band.HIGH), Set.of(), Set.of(), "senior");

        assertThatThrownBy(() -> new RoutingMatrix(List.of(EVERYTHING, shadowed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("routing.matrix[1]")
                .hasMessageContaining("never reached");
    }

    @Test
    void aRowWhoseCellsAreTakenByTwoOthersTogetherIsRefusedToo() {
        List<MatrixRow> rows = List.of(
                row(Set.of(Band.HIGH), Set.of(Severity.P1, Severity.P2), Set.of(), "a"),
                row(Set.of(Band.HIGH), Set.of(Severity.P3, Severity.P4), Set.of(), "b"),
                row(Set.of(Band.HIGH), Set.of(), Set.of(PlanTier.PRO), "c"),
                EVERYTHING);

        assertThatThrownBy(() -> new RoutingMatrix(rows)).hasMessageContaining("routing.matrix[2]");
    }

    @Test
    void aLaneThatDoesNotExistIsRefusedWithTheLanesThatDo() {
        assertThatThrownBy(() -> Floor.policy("{bands: [HIGH], lane: senior}", "{bands: [HIGH], lane: seniors}"))
                .hasMessageContaining("no lane is named 'seniors'")
                .hasMessageContaining("best-guess");
    }

    private static MatrixRow row(Set<Band> bands, Set<Severity> severities, Set<PlanTier> plans, String lane) {
        return new MatrixRow(bands, severities, plans, lane);
    }
}
