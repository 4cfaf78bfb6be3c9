package dev.signalbox.decisions.routing.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of one pool that wait, and whose turn it is (C3, N3, P23).
 *
 * <p>Among the tickets that can still meet their deadlines the one with the earliest {@link Place#order()} is served:
 * earliest deadline first, in which dear bands go ahead by their lead. A ticket whose deadline has passed steps aside, so
 * that under overload its lateness does not make the next one late too; it is served when nobody in time waits, or once
 * it is ripe.
 *
 * <p><b>Theorem (no starvation).</b> Let a ticket be ripe at time A with n ripe tickets before it, and K be
 * {@link QueuePolicy#expressRun()}. Of the claims after A that could have taken it, it gets the (K + 1)(n + 1)-th at the
 * latest, whatever arrives, is scored again, declined or taken out.
 * <p><b>Proof.</b> Ripe tickets stand in the order of (ripe, number). A place that is put or changed after A gets a ripe
 * time not before now, hence not before A, and a higher number; so nobody steps in before it and n never grows. A claim
 * that could have taken it looks at the first ripe ticket r that may be taken: the ticket itself or one of the n. Either
 * r is served, or an express ticket passes r; r is passed K times at most. So these claims are at most K + 1 for each of
 * the n + 1 tickets, and the last of them serves it. ∎
 * <p><b>One line or many.</b> What the proof uses of a ticket is its ripe moment, its number and how often it was passed:
 * {@link Queued}. A line that is built anew from these, with numbers above all earlier ones, is the same line; it need
 * not hold every ticket, if only it holds the first ripe one that may be taken. So replicas that decide one after the
 * other, each from what is stored, are covered (docs/adr/0031).
 * <p><b>Corollary (time).</b> If at most R = {@link QueuePolicy#ripeCeiling()} ripe tickets wait before it and the pool's
 * agents claim x / c tickets at least in any time x in which it waits, it is served at {@link QueuePolicy#latest} at the
 * latest: at A, and (K + 1)(R + 1) c more. The bound is void while nobody eligible is staffed, and when R is exceeded.
 *
 * <p>Every operation costs O(log n), apart from tickets that the one who is free may not take. Not thread-safe: a queue
 * has one owner (docs/adr/0004).
 */
public final class WaitingLine {

    private record Entry(Place place, Queued queued) {

        /** From when it is no longer among those in time: it is late, or it is ripe since an earlier scoring. */
        Instant stepsAside() {
            Instant late = place.due().plusMillis(1);
            return late.isBefore(queued.ripe()) ? late : queued.ripe();
        }
    }

    private static final Comparator<Entry> BY_ORDER = Comparator.<Entry, Instant>comparing(
                    one -> one.place().order())
            .thenComparing(one -> one.place().band())
            .thenComparing(one -> one.queued().number());
    private static final Comparator<Entry> BY_RIPE = Comparator.<Entry, Instant>comparing(
                    one -> one.queued().ripe())
            .thenComparing(one -> one.queued().number());
    private static final Comparator<Entry> BY_STEPPING_ASIDE = Comparator.comparing(Entry::stepsAside)
            .thenComparing(one -> one.queued().number());

    private final int expressRun;
    private final Map<String, Entry> all = new HashMap<>();
    private final TreeSet<Entry> inTime = new TreeSet<>(BY_ORDER);
    private final TreeSet<Entry> express = new TreeSet<>(BY_ORDER);
    private final TreeSet<Entry> inTimeUntil = new TreeSet<>(BY_STEPPING_ASIDE);
    private final TreeSet<Entry> late = new TreeSet<>(BY_RIPE);
    private final Map<String, Integer> passed = new HashMap<>();
    private long numbers;

    public WaitingLine(QueuePolicy policy) {
        this(policy, 0);
    }

    /**
     * Goes on where an earlier line of the same queue has stopped.
     *
     * @param firstNumber higher than every number that was given before
     */
    public WaitingLine(QueuePolicy policy, long firstNumber) {
        this.expressRun = policy.expressRun();
        this.numbers = firstNumber;
    }

    public int size() {
        return all.size();
    }

    /** Queues a ticket, or changes its place; one that is already waiting is not made to wait longer for its ripeness. */
    public void put(Place place, Instant now) {
        put(place, queued(place.ticketId()), now);
    }

    /**
     * The same for a ticket that has waited in an earlier line.
     *
     * @param before what was kept of it, or null: its wait begins
     */
    public void put(Place place, @Nullable Queued before, Instant now) {
        remove(place.ticketId());
        Instant ripe = place.ripe().isBefore(now) ? now : place.ripe();
        if (before == null) {
            add(new Entry(place, new Queued(ripe, numbers++, 0, null)));
            return;
        }
        passed.put(place.ticketId(), before.passed());
        boolean kept = !before.ripe().isAfter(ripe);
        add(new Entry(place, kept ? before : new Queued(ripe, numbers++, before.passed(), before.latest())));
    }

    /** What is to be kept of a ticket, or null if it does not wait. */
    public @Nullable Queued queued(String ticketId) {
        Entry one = all.get(ticketId);
        return one == null ? null : one.queued().passed(passed.getOrDefault(ticketId, 0));
    }

    /** Takes a ticket out without serving it; nothing happens if it does not wait. */
    public void leave(String ticketId) {
        remove(ticketId);
        passed.remove(ticketId);
    }

    /** Takes out the ticket whose turn it is, or null if none waits. */
    public @Nullable Served next(Instant now) {
        return next(now, place -> true);
    }

    /**
     * Takes out the first ticket that the one who is free may take.
     *
     * @param mayTake false for a ticket that he has declined, for example
     * @return null if he may take none
     */
    public @Nullable Served next(Instant now, Predicate<Place> mayTake) {
        age(now);
        Entry ripe = first(late, mayTake);
        if (ripe != null && !ripe.queued().ripe().isAfter(now)) {
            String behind = ripe.place().ticketId();
            Entry ahead = passed.getOrDefault(behind, 0) < expressRun ? first(express, mayTake) : null;
            if (ahead != null) {
                passed.merge(behind, 1, Integer::sum);
                return served(ahead, Served.Turn.EXPRESS);
            }
            return served(ripe, Served.Turn.RIPE);
        }
        Entry urgent = first(inTime, mayTake);
        if (urgent != null) {
            return served(urgent, Served.Turn.IN_TIME);
        }
        return ripe == null ? null : served(ripe, Served.Turn.LATE);
    }

    private void age(Instant now) {
        while (!inTimeUntil.isEmpty() && !inTimeUntil.first().stepsAside().isAfter(now)) {
            Entry overdue = inTimeUntil.first();
            inTimeUntil.remove(overdue);
            inTime.remove(overdue);
            express.remove(overdue);
            late.add(overdue);
        }
    }

    private static @Nullable Entry first(SortedSet<Entry> line, Predicate<Place> mayTake) {
        for (Entry one : line) {
            if (mayTake.test(one.place())) {
                return one;
            }
        }
        return null;
    }

    private Served served(Entry one, Served.Turn turn) {
        leave(one.place().ticketId());
        return new Served(one.place(), turn);
    }

    private void add(Entry one) {
        all.put(one.place().ticketId(), one);
        inTimeUntil.add(one);
        inTime.add(one);
        if (one.place().express()) {
            express.add(one);
        }
    }

    private @Nullable Entry remove(String ticketId) {
        Entry one = all.remove(ticketId);
        if (one != null) {
            inTimeUntil.remove(one);
            inTime.remove(one);
            express.remove(one);
            late.remove(one);
        }
        return one;
    }
}
