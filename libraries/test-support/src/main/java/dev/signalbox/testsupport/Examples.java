package dev.signalbox.testsupport;

import java.time.Instant;

/** Records to start a test from: plausible in every field, changed only where the test cares. */
public final class Examples {

    /** When the examples happen: a Monday morning in Europe. */
    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private Examples() {}

    /** A question by e-mail of ann@acme.example, created at {@link #NOW}. */
    public static TicketExample aTicket() {
        return new TicketExample();
    }

    /** The company acme: PRO, ARR 75 000, health 70. */
    public static AccountExample anAccount() {
        return new AccountExample();
    }

    /** A T1 agent, always on shift, with room for five tickets. */
    public static AgentExample anAgent() {
        return new AgentExample();
    }

    /** What a classifier would say of a plain billing question: P3. */
    public static AnalysisExample anAnalysis() {
        return new AnalysisExample();
    }

    /** Version 1 of the case file of {@link #aTicket()}, from enrichment's section on. */
    public static CaseExample aCase() {
        return new CaseExample();
    }
}
