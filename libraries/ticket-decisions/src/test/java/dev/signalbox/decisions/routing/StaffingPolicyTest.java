package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.SupportTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffingPolicyTest {

    @ParameterizedTest
    @CsvSource({"6, 2, 0", "8, 2, 0", "5, 2, 1", "9, 2, 1", "0, 0, 0", "3, 0, 1", "0, 1, 1"})
    void teamOutOfProportionIsWarnedOf(int t1, int t2, int warnings) {
        List<String> told = new StaffingPolicy(3, 4).warnings(team(t1, t2));

        assertThat(told)
                .hasSize(warnings)
                .allSatisfy(warning -> assertThat(warning)
                        .isEqualTo("the team has " + t1 + " T1 agents for " + t2
                                + " T2 agents; the policy wants 3 to 4 T1 for each T2"));
    }

    private static List<AgentProfile> team(int t1, int t2) {
        List<AgentProfile> team = new ArrayList<>();
        for (int i = 0; i < t1 + t2; i++) {
            team.add(new AgentProfile(
                    "a" + i,
                    null,
                    null,
                    Map.of(),
                    i < t1 ? SupportTier.T1 : SupportTier.T2,
                    false,
                    List.of(),
                    Map.of(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    3,
                    List.of()));
        }
        team.add(new AgentProfile(
                "expert",
                null,
                null,
                Map.of(),
                SupportTier.T3,
                false,
                List.of(),
                Map.of(),
                List.of(),
                null,
                null,
                List.of(),
                3,
                List.of()));
        return team;
    }
}
