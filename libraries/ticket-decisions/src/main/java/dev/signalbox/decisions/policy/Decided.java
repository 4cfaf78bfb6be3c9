package dev.signalbox.decisions.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PolicyDifference.Change;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Sla;
import dev.signalbox.decisions.routing.Placement;
import dev.signalbox.decisions.score.PriorityScore;
import dev.signalbox.decisions.sla.SlaTargets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a policy decides of a case, whoever is there to work on it: score, targets, and where it would wait.
 *
 * @param file the case with score and targets
 * @param placement decided for a team without agents
 */
public record Decided(CaseFile file, Placement placement) {

    /** Decides a case; whatever score and targets it has are not looked at. */
    public static Decided of(Policy policy, CaseFile enriched) {
        Score score = new PriorityScore(policy.score()).of(enriched.account(), enriched.analysis(), enriched.asOf());
        Sla sla = new SlaTargets(policy.sla())
                .of(enriched.ticket(), enriched.account(), enriched.analysis(), score.band());
        CaseFile scored = enriched.scored(score, sla);
        return new Decided(scored, Placement.of(policy.routingRules(), scored));
    }

    /** The routing decision, or null where there is nothing to route. */
    public @Nullable Route route() {
        return placement.route();
    }

    public Score score() {
        return Objects.requireNonNull(file.score());
    }

    public Sla sla() {
        return Objects.requireNonNull(file.sla());
    }

    /** Everything that a case or another policy is compared with, by field. */
    public Map<String, Object> byField() {
        @Nullable Route route = route();
        return byField(
                file.analysis().severity(),
                score().raw(),
                score().value(),
                score().band(),
                route == null ? null : route.supportTier(),
                route == null ? null : route.queue(),
                route == null ? null : route.matrixRow(),
                sla().firstResponse().target(),
                sla().nextResponse().target(),
                sla().resolution().target(),
                sla().firstResponse().calendar());
    }

    static Map<String, Object> byField(@Nullable Object... values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                fields.put(PolicyCase.Expectation.FIELDS.get(i), value);
            }
        }
        return fields;
    }

    /** Whether two values of a field are the same: 70 is 70.00. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        return (one instanceof BigDecimal first && other instanceof BigDecimal second)
                ? first.compareTo(second) == 0
                : Objects.equals(one, other);
    }

    /** Every field that another decision of the same case has otherwise, in the order of the fields. */
    public List<Change> changesTo(Decided other) {
        Map<String, Object> mine = byField();
        Map<String, Object> others = other.byField();
        List<Change> changes = new ArrayList<>();
        for (String field : PolicyCase.Expectation.FIELDS) {
            @Nullable Object before = mine.get(field);
            @Nullable Object after = others.get(field);
            if (!same(before, after)) {
                changes.add(new Change(field, told(before), told(after)));
            }
        }
        return changes;
    }

    private static @Nullable String told(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Why, in the words of the decisions. */
    public List<String> reasons() {
        @Nullable Route route = route();
        List<String> reasons = new ArrayList<>();
        Score.Contributions parts = score().contributions();
        reasons.add("score: arr " + parts.arr() + " + risk " + parts.risk() + " + severity " + parts.severity()
                + " + renewal " + parts.renewal() + " = " + score().raw());
        score().floors().forEach(floor -> reasons.add("floor " + floor.floor() + " by " + floor.rule()));
        reasons.add("first response " + sla().firstResponse().target() + " by "
                + sla().firstResponse().because());
        reasons.add("resolution " + sla().resolution().target() + " by "
                + sla().resolution().because());
        if (route != null) {
            reasons.add("matrix row " + route.matrixRow());
            reasons.addAll(route.reasons());
        }
        file.analysis().reasons().forEach(reason -> reasons.add("analysis: " + reason));
        return reasons;
    }
}
