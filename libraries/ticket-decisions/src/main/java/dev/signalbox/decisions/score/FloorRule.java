package dev.signalbox.decisions.score;

import dev.signalbox.contracts.Score.Floor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A rule that asks for a least score; where several hold, the greatest counts. */
enum FloorRule {
    PLAN_SEVERITY {
        @Override
        int leastScore(Floors floors, Factors factors, Circumstances circumstances) {
            return floors.planSeverity().of(circumstances.planTier()).of(factors.severity());
        }
    },
    TOTAL_OUTAGE {
        @Override
        int leastScore(Floors floors, Factors factors, Circumstances circumstances) {
            return circumstances.totalOutage() ? floors.totalOutage() : 0;
        }
    },
    HARD_KEYWORD {
        @Override
        int leastScore(Floors floors, Factors factors, Circumstances circumstances) {
            return circumstances.hardRules().stream()
                    .mapToInt(rule -> hardKeyword(floors, rule))
                    .max()
                    .orElse(0);
        }
    },
    ACCESS_REVOCATION {
        @Override
        int leastScore(Floors floors, Factors factors, Circumstances circumstances) {
            return circumstances.accessRevocation() ? floors.accessRevocation() : 0;
        }
    },
    RISK_WORD {
        @Override
        int leastScore(Floors floors, Factors factors, Circumstances circumstances) {
            return circumstances.riskWord() ? floors.riskWord().of(circumstances.planTier()) : 0;
        }
    },
    RENEWAL_WINDOW {
        @Override
        int leastScore(Floors floors, Factors factors, Circumstances circumstances) {
            return floors.renewalWindow().covers(factors)
                    ? floors.renewalWindow().floor()
                    : 0;
        }
    },
    STAKEHOLDER {
        @Override
        int leastScore(Floors floors, Factors factors, Circumstances circumstances) {
            return circumstances.keyPerson()
                            && factors.arr() >= floors.stakeholder().arr()
                    ? floors.stakeholder().floor()
                    : 0;
        }
    };

    /** 0..100 whole points; 0 where the rule does not hold. */
    abstract int leastScore(Floors floors, Factors factors, Circumstances circumstances);

    /** The rules that hold, in the order of the policy. */
    static List<Floor> holding(Floors floors, Factors factors, Circumstances circumstances) {
        List<Floor> holding = new ArrayList<>();
        for (FloorRule rule : values()) {
            int floor = rule.leastScore(floors, factors, circumstances);
            if (floor > 0) {
                holding.add(new Floor(rule.name(), BigDecimal.valueOf(floor * 100L, 2)));
            }
        }
        return holding;
    }

    /** The greatest floor, whole points. */
    static int greatest(Floors floors, Factors factors, Circumstances circumstances) {
        int greatest = 0;
        for (FloorRule rule : values()) {
            greatest = Math.max(greatest, rule.leastScore(floors, factors, circumstances));
        }
        return greatest;
    }

    /** A hard rule that the policy does not name counts as the gravest of those it names: never too little. */
    private static int hardKeyword(Floors floors, String rule) {
        Integer floor = floors.hardKeyword().get(rule);
        return floor == null ? Collections.max(floors.hardKeyword().values()) : floor;
    }
}
