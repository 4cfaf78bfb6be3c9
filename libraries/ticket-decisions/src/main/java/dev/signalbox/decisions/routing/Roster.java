package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is there and how busy, at one moment, within one transaction. Claims and releases change it; nothing outside the
 * transaction sees them before they are stored. Not thread-safe.
 */
public final class Roster {

    private static final int UNKNOWN = -1;

    private final Staff staff;
    private final Instant now;
    private final Presence[] presence;
    private final Instant[] since;
    private final boolean[] onShift;
    private final int[] load;
    private final long[] turn;
    private final int[] assigned;
    private final Instant[] assignedSince;
    private long lastTurn;
    private int lendable = UNKNOWN;
    private int reserve;
    private @Nullable LendingPolicy lentBy;

    /** Everybody OFFLINE since the epoch and without tickets until told otherwise (I19). */
    public Roster(Staff staff, Instant now) {
        int size = staff.agents().size();
        this.staff = staff;
        this.now = now;
        this.presence = new Presence[size];
        this.since = new Instant[size];
        this.onShift = new boolean[size];
        this.load = new int[size];
        this.turn = new long[size];
        this.assigned = new int[size];
        this.assignedSince = new Instant[size];
        for (int i = 0; i < size; i++) {
            presence[i] = Presence.OFFLINE;
            since[i] = Instant.EPOCH;
            assignedSince[i] = Instant.EPOCH;
            onShift[i] = staff.agents().get(i).hours().covers(now);
        }
    }

    public Staff staff() {
        return staff;
    }

    /** The moment of the transaction. */
    public Instant now() {
        return now;
    }

    /**
     * Tells how an agent is.
     *
     * @param lastAssignment number of his last assignment, counted over all agents
     */
    public void present(String agentId, Presence is, Instant from, long lastAssignment) {
        int i = staff.indexOf(agentId);
        if (i >= 0) {
            lendable = UNKNOWN;
            presence[i] = is;
            since[i] = from;
            turn[i] = lastAssignment;
            lastTurn = Math.max(lastTurn, lastAssignment);
        }
    }

    /** Tells how many tickets an agent was given by routing since his window began. */
    public void assigned(String agentId, int tickets, Instant windowFrom) {
        int i = staff.indexOf(agentId);
        if (i >= 0) {
            assigned[i] = tickets;
            assignedSince[i] = windowFrom;
        }
    }

    /** Tickets that routing gave him since {@link #assignedSince}. */
    public int assigned(String agentId) {
        int i = staff.indexOf(agentId);
        return i < 0 ? 0 : assigned[i];
    }

    /** When the agent's window began; the epoch: never. */
    public Instant assignedSince(String agentId) {
        int i = staff.indexOf(agentId);
        return i < 0 ? Instant.EPOCH : assignedSince[i];
    }

    /** Counts a ticket that routing gives to an agent, in windows of that length. */
    void count(int index, Duration within) {
        if (isOver(index, within)) {
            assigned[index] = 0;
            assignedSince[index] = now;
        }
        assigned[index]++;
    }

    /** Whether the agent has been given his share. */
    boolean hasHad(int index, FairSharePolicy share) {
        return !isOver(index, share.within()) && assigned[index] >= share.assignmentsAtMost();
    }

    private boolean isOver(int index, Duration within) {
        return !assignedSince[index].plus(within).isAfter(now);
    }

    /** Adds tickets whose clock runs to the agent's load. */
    public void occupy(@Nullable String agentId, int tickets) {
        int i = staff.indexOf(agentId);
        if (i >= 0) {
            lendable = UNKNOWN;
            load[i] += tickets;
        }
    }

    /** Hands a ticket to the agent: one more on his load, and his turn is over. */
    void claim(int index) {
        lendable = UNKNOWN;
        load[index]++;
        turn[index] = ++lastTurn;
    }

    public int load(String agentId) {
        int i = staff.indexOf(agentId);
        return i < 0 ? 0 : load[i];
    }

    public long turn(String agentId) {
        int i = staff.indexOf(agentId);
        return i < 0 ? 0 : turn[i];
    }

    /** OFFLINE for an agent who is not registered. */
    public Presence presence(@Nullable String agentId) {
        int i = staff.indexOf(agentId);
        return i < 0 ? Presence.OFFLINE : presence[i];
    }

    /** Since when the agent is in that presence; the epoch for one who is not registered. */
    public Instant since(@Nullable String agentId) {
        int i = staff.indexOf(agentId);
        return i < 0 ? Instant.EPOCH : since[i];
    }

    /** Everybody's load, in the order of {@link Staff#agents()}. */
    public int[] loads() {
        return load.clone();
    }

    /** Who has fewer tickets now than he had then, by index in {@link Staff#agents()}. */
    public BitSet freedSince(int[] then) {
        BitSet freed = new BitSet();
        for (int i = 0; i < load.length; i++) {
            if (load[i] < then[i]) {
                freed.set(i);
            }
        }
        return freed;
    }

    /** Whether a shift has begun that had not begun then. */
    public boolean shiftsBeganSince(Instant then) {
        for (int i = 0; i < onShift.length; i++) {
            if (onShift[i] && !staff.agents().get(i).hours().covers(then)) {
                return true;
            }
        }
        return false;
    }

    int loadAt(int index) {
        return load[index];
    }

    long turnAt(int index) {
        return turn[index];
    }

    Presence presenceAt(int index) {
        return presence[index];
    }

    boolean onShiftAt(int index) {
        return onShift[index];
    }

    /** Whether a place of the agent would be taken from the reserve (N11). */
    boolean reserves(int index, LendingPolicy lending, CapacityPolicy capacity) {
        if (!lending.lends(staff.agents().get(index))) {
            return false;
        }
        if (!lending.equals(lentBy)) {
            lentBy = lending;
            reserve = lending.reserve();
            lendable = UNKNOWN;
        }
        lendable = lendable == UNKNOWN ? free(lending, capacity) : lendable;
        return lendable <= reserve;
    }

    /** Places that a ticket of the class could have now. */
    int free(LendingPolicy lending, CapacityPolicy capacity) {
        int free = 0;
        for (int i = 0; i < load.length; i++) {
            int hard = capacity.hard(staff.agents().get(i).capacity());
            if (lending.lends(staff.agents().get(i)) && unavailable(i, hard) == null) {
                free += hard - load[i];
            }
        }
        return free;
    }

    /** Why a qualified agent cannot take a ticket now, or null if he can. */
    @Nullable
    Refusal unavailable(int index, int limit) {
        if (!onShift[index]) {
            return Refusal.NOT_ON_SHIFT;
        }
        if (presence[index] == Presence.OFFLINE) {
            return Refusal.OFFLINE;
        }
        if (presence[index] == Presence.AWAY) {
            return Refusal.AWAY;
        }
        return load[index] >= limit ? Refusal.AT_CAPACITY : null;
    }
}
