package dev.signalbox.systemtests.bench;

import dev.signalbox.contracts.Band;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.systemtests.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The tables of a run, with each target beside what was measured. */
final class BenchReport {

    private static final double RATIO_TARGET = 0.12;
    private static final double LATENCY_TARGET_MILLIS = 1_500;
    private static final double TIMER_TARGET_MILLIS = 1_000;
    /** The plain loop's processor time in the reference run; a loop far from it makes the round void. */
    private static final double REFERENCE_LOOP_MICROS = 230;

    private final List<String> lines = new ArrayList<>();
    private boolean missed;

    void startUp(LocalStack stack, Map<String, Double> seconds) {
        add("| process | start to ready, s | memory, MiB |");
        add("|---|---:|---:|");
        List<Part> parts = new ArrayList<>(List.of(stack.kafka(), stack.postgres()));
        parts.addAll(stack.services());
        for (Part part : parts) {
            add("| %s | %.1f | %d |", part.name(), seconds.get(part.name()), ProcessUse.residentMib(part.pid()));
        }
        add("");
    }

    void rounds(List<LoopRound> loops, List<LineRound> rounds, Map<Band, Long> bands) {
        double loop = median(loops, LoopRound::ticketsPerSecond);
        double line = median(rounds, LineRound::ticketsPerSecond);
        double loopMicros = median(loops, LoopRound::micros);
        double lineMicros = median(rounds, LineRound::totalMicros);
        add("| medians of %d rounds | plain loop | whole line | ratio |", rounds.size());
        add("|---|---:|---:|---:|");
        add("| tickets per second | %.0f | %.0f | %.3f |", loop, line, line / loop);
        add("| processor time per ticket, us | %.0f | %.0f | %.3f |", loopMicros, lineMicros, loopMicros / lineMicros);
        add("");
        add(
                "* plain loop: %.0f us in its process + %.0f us in the broker (reference: %.0f in all)%s",
                median(loops, LoopRound::loopMicros),
                median(loops, LoopRound::brokerMicros),
                REFERENCE_LOOP_MICROS,
                Math.abs(loopMicros / REFERENCE_LOOP_MICROS - 1) > 0.5 ? ": FAR FROM IT, THE RUN IS VOID" : "");
        for (String part : rounds.get(0).micros().keySet()) {
            add("* %s: %.0f us", part, median(rounds, round -> round.micros().get(part)));
        }
        add("* load generator, not counted: %.0f us", median(rounds, LineRound::generatorMicros));
        add("* assigned: %.1f %% of the tickets; bands: %s", 100 * median(rounds, LineRound::assignedShare), bands);
        target("throughput against the plain loop", line / loop, RATIO_TARGET, line / loop >= RATIO_TARGET);
    }

    void latency(double pace, double[] millis) {
        double p99 = Figures.percentile(millis, 99);
        add(
                "* latency helpdesk.events to tickets.routed at %.0f/s: p50 %.0f ms, p99 %.0f ms",
                pace, Figures.percentile(millis, 50), p99);
        target("latency p99, ms", p99, LATENCY_TARGET_MILLIS, p99 <= LATENCY_TARGET_MILLIS);
    }

    void timers(int pending, TimerLoad load) {
        double p99 = Figures.percentile(load.firedLate(), 99);
        add(
                "* timers, %d pending, 2000 due per second: %d of %d fired; firedAt - dueAt p50 %.0f ms, p99 %.0f ms;"
                        + " decision - dueAt p50 %.0f ms, p99 %.0f ms (%d decisions)",
                pending,
                load.firedLate().length,
                load.expected(),
                Figures.percentile(load.firedLate(), 50),
                p99,
                Figures.percentile(load.decidedLate(), 50),
                Figures.percentile(load.decidedLate(), 99),
                load.decidedLate().length);
        target("timers fired late, p99, ms", p99, TIMER_TARGET_MILLIS, p99 <= TIMER_TARGET_MILLIS);
    }

    boolean missed() {
        return missed;
    }

    void print() {
        lines.forEach(System.out::println);
    }

    private void target(String what, double measured, double target, boolean met) {
        missed |= !met;
        add("* target: %s %.3f against %.3f: %s", what, measured, target, met ? "met" : "MISSED");
        add("");
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        return Figures.median(rounds.stream().map(figure::applyAsDouble).toList());
    }

    private void add(String line, Object... figures) {
        lines.add(String.format(Locale.ROOT, line, figures));
    }
}
