package dev.signalbox.local.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The agents of a simulation.
 *
 * @param claimants how many at least may take any one ticket while the desk is open: what the bound supposes
 * @param handBack how long an agent has a ticket before he hands it back, in milliseconds
 * @param handedBack share of the synthetic tickets that are handed back once, 0..1
 */
record Crew(List<LabAgent> agents, int skills, int claimants, long handBack, double handedBack) {

    private static final int DAY = 24;
    private static final int SHIFTS = 3;
    private static final int SKILLS = 4;
    private static final long DECLINE = 2 * 60_000;
    private static final double DECLINED = 0.05;

    /** Everybody is there around the clock and may take everything. */
    static Crew aroundTheClock() {
        LabAgent agent = new LabAgent(0, DAY, true, Set.of(0));
        List<LabAgent> agents =
                IntStream.range(0, Traffic.AGENTS).mapToObj(i -> agent).toList();
        return new Crew(agents, 1, Traffic.AGENTS, DECLINE, 0);
    }

    /** As many at any time, in three shifts; each has two of four skills; one ticket in twenty is declined once. */
    static Crew inShifts() {
        List<LabAgent> agents = new ArrayList<>();
        int hours = DAY / SHIFTS;
        for (int shift = 0; shift < SHIFTS; shift++) {
            for (int i = 0; i < Traffic.AGENTS; i++) {
                Set<Integer> skills =
                        IntStream.of(i, i + 1).mapToObj(skill -> skill % SKILLS).collect(Collectors.toSet());
                agents.add(new LabAgent(shift * hours, (shift + 1) * hours, true, skills));
            }
        }
        return new Crew(agents, SKILLS, 2 * Traffic.AGENTS / SKILLS, DECLINE, DECLINED);
    }

    int size() {
        return agents.size();
    }

    boolean worksAt(int agent, long now) {
        return agents.get(agent).worksAt(now);
    }

    boolean mayTake(int agent, Arrival arrival) {
        return agents.get(agent).skills().contains(arrival.skill());
    }
}
