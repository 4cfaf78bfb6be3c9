package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.ApprovalKind;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One ticket under the starter policy, and a clock that goes as far as the test says. */
final class Stage {

    static final String TICKET = "desk:1";
    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    static final EscalationPolicy POLICY = PolicyDocument.starter().policy().escalation();

    private final List<Escalation> said = new ArrayList<>();
    private final EscalationPolicy policy;
    private TicketEscalations state = TicketEscalations.unknown(TICKET);
    private Instant now = START;
    private Reachability reach = Reachability.ALWAYS;

    Stage() {
        this(POLICY);
    }

    Stage(EscalationPolicy policy) {
        this.policy = policy;
    }

    Stage reaching(Reachability newReach) {
        reach = newReach;
        return this;
    }

    Instant now() {
        return now;
    }

    Stage hears(Fact... facts) {
        return decides(decision -> decision.take(List.of(facts)));
    }

    Stage asks(Signal signal) {
        return decides(decision -> decision.ask(signal));
    }

    Stage acts(EscalationAction action, String by, String note) {
        return decides(decision -> decision.act(last().id(), action, by, note));
    }

    Stage asksApproval(ApprovalKind kind, String by, String note) {
        return decides(decision -> decision.askApproval(last().id(), kind, by, note));
    }

    Stage decides(ApprovalKind kind, boolean approved, String role, String by, String because) {
        return decides(decision -> decision.decideApproval(last().id(), kind, approved, role, by, because));
    }

    /** Lets time pass; whatever falls due meanwhile happens at its time. */
    Stage waits(Duration time) {
        Instant until = now.plus(time);
        for (Instant look = nextLook(); look != null && !look.isAfter(until); look = nextLook()) {
            now = look.isAfter(now) ? look : now;
            decides(EscalationDecision::wake);
        }
        now = until;
        return this;
    }

    Instant nextLook() {
        return decision().nextLook();
    }

    private Stage decides(Consumer<EscalationDecision> what) {
        EscalationDecision decision = decision();
        what.accept(decision);
        state = decision.state();
        said.addAll(decision.changes());
        return this;
    }

    private EscalationDecision decision() {
        return new EscalationDecision(state, policy, "sha256:test", reach, now);
    }

    TicketEscalations state() {
        return state;
    }

    List<Escalation> said() {
        return said;
    }

    Escalation last() {
        return said.get(said.size() - 1);
    }

    /** Each change in short: minutes since the start, what, level, owner. */
    List<String> story() {
        return said.stream()
                .map(e -> Duration.between(START, e.at()).toMinutes() + " min " + e.change() + " " + e.level() + " "
                        + e.owner())
                .toList();
    }

    /** The last word on each escalation, in the order of opening. */
    List<Escalation> escalations() {
        Map<String, Escalation> latest = new LinkedHashMap<>();
        said.forEach(e -> latest.put(e.id(), e));
        return List.copyOf(latest.values());
    }

    List<Escalation> live() {
        return escalations().stream()
                .filter(e -> e.state() != EscalationState.RESOLVED && e.state() != EscalationState.CANCELLED)
                .toList();
    }

    static Fact.Watched escalate(long sequence, Instant at, int level) {
        return watched(sequence, at, SlaActionKind.ESCALATE, ClockKind.FIRST_RESPONSE, level);
    }

    static Fact.Watched watched(long sequence, Instant at, SlaActionKind action, ClockKind clock, int level) {
        return new Fact.Watched(new SlaAction(
                TICKET, sequence, at, action, clock, 1, level, 1, "not accepted", level < 100, null, null, null));
    }

    static Fact.Happened agent(String id, Instant at, ActivityKind kind, String text) {
        return happened(id, at, kind, Actor.Kind.AGENT, "lena", text, null);
    }

    static Fact.Happened customer(String id, Instant at, ActivityKind kind, String text) {
        return happened(id, at, kind, Actor.Kind.CUSTOMER, "77", text, null);
    }

    static Fact.Happened rated(String id, Instant at, int rating) {
        return happened(id, at, ActivityKind.RATED, Actor.Kind.CUSTOMER, "77", null, rating);
    }

    private static Fact.Happened happened(
            String id, Instant at, ActivityKind kind, Actor.Kind who, String whoId, String text, Integer rating) {
        return new Fact.Happened(new Activity(
                TICKET, id, at, kind, new Actor(who, whoId, null), true, text, null, null, null, rating, null));
    }
}
