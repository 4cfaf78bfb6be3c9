package dev.signalbox.decisions.score;

import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.table.TotalTable;
import java.util.Map;

/**
 * The {@code score.floors} section of the policy: least scores, 0..100 (S8, S13-S15, S19-S23, S39). Zero is no floor.
 *
 * @param planSeverity for each plan and severity
 * @param totalOutage work has stopped for the whole customer, any plan
 * @param hardKeyword by the name of the hard rule
 * @param accessRevocation someone must be locked out now
 * @param riskWord a risk word in a complaint, for each plan
 * @param renewalWindow an account of weight shortly before its renewal date
 * @param stakeholder a key person of an account of weight
 */
public record Floors(
        TotalTable<PlanTier, TotalTable<Severity, Integer>> planSeverity,
        int totalOutage,
        Map<String, Integer> hardKeyword,
        int accessRevocation,
        TotalTable<PlanTier, Integer> riskWord,
        RenewalWindow renewalWindow,
        KeyPerson stakeholder) {

    private static final String NAME = "score.floors.";

    public Floors {
        if (planSeverity == null) {
            throw new IllegalArgumentException(NAME + "planSeverity is missing");
        }
        planSeverity.rows().forEach((plan, row) -> Points.requireFalling(NAME + "planSeverity." + plan, row));
        Points.require(NAME + "totalOutage", totalOutage);
        if (hardKeyword == null || hardKeyword.isEmpty()) {
            throw new IllegalArgumentException(NAME + "hardKeyword needs a floor for each hard rule");
        }
        hardKeyword.forEach((rule, floor) -> Points.require(NAME + "hardKeyword." + rule, floor));
        hardKeyword = Map.copyOf(hardKeyword);
        Points.require(NAME + "accessRevocation", accessRevocation);
        Points.require(NAME + "riskWord", riskWord);
        if (renewalWindow == null || stakeholder == null) {
            throw new IllegalArgumentException(NAME + "renewalWindow and " + NAME + "stakeholder must be given");
        }
    }

    /**
     * From {@code days} before the renewal date to the date itself.
     *
     * @param arr least annual recurring revenue, whole units
     */
    public record RenewalWindow(long arr, int days, int floor) {

        public RenewalWindow {
            if (arr < 0 || days < 0) {
                throw new IllegalArgumentException(NAME + "renewalWindow: arr and days must be 0 or more");
            }
            Points.require(NAME + "renewalWindow.floor", floor);
        }

        boolean covers(Factors factors) {
            Long left = factors.daysToRenewal();
            return left != null && left >= 0 && left <= days && factors.arr() >= arr;
        }
    }

    /**
     * A VIP contact or a person of C-level.
     *
     * @param arr least annual recurring revenue, whole units
     */
    public record KeyPerson(long arr, int floor) {

        public KeyPerson {
            if (arr < 0) {
                throw new IllegalArgumentException(NAME + "stakeholder.arr must be 0 or more, is " + arr);
            }
            Points.require(NAME + "stakeholder.floor", floor);
        }
    }
}
