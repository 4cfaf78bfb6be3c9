package dev.signalbox.decisions.routing;

/**
 * The best of many, kept in order while they are added: the chosen one first, then more points, then the earlier turn,
 * then the lower index. Keeps a bounded number, so that a thousand eligible agents need no sorting for each ticket.
 */
final class Ranking {

    private static final long WHOLE = 10_000;

    private final int cap;
    private final int[] index;
    private final long[] points;
    private final long[] turn;
    private int kept;
    private int added;
    private int chosen = -1;
    private int beforeChosen;
    private long chosenPoints;
    private long chosenTurn;

    /**
     * Nobody yet.
     *
     * @param cap how many are listed at most, at least 1
     */
    Ranking(int cap) {
        this.cap = cap;
        this.index = new int[cap];
        this.points = new long[cap];
        this.turn = new long[cap];
    }

    /** Puts one in front of all others; comes before the others are added. */
    void choose(int candidate, long worth, long lastTurn) {
        chosen = candidate;
        chosenPoints = worth;
        chosenTurn = lastTurn;
        added++;
    }

    /** Adds another one; indexes rise from call to call. */
    void add(int candidate, long worth, long lastTurn) {
        added++;
        if (chosen >= 0 && !chosenPrecedes(candidate, worth, lastTurn)) {
            beforeChosen++;
        }
        int place = kept;
        while (place > 0 && precedes(worth, lastTurn, points[place - 1], turn[place - 1])) {
            place--;
        }
        if (place == cap) {
            return;
        }
        int moved = Math.min(kept, cap - 1) - place;
        System.arraycopy(index, place, index, place + 1, moved);
        System.arraycopy(points, place, points, place + 1, moved);
        System.arraycopy(turn, place, turn, place + 1, moved);
        index[place] = candidate;
        points[place] = worth;
        turn[place] = lastTurn;
        kept = Math.min(kept + 1, cap);
    }

    int size() {
        return Math.min(cap, kept + (chosen >= 0 ? 1 : 0));
    }

    int index(int place) {
        return isChosen(place) ? chosen : index[other(place)];
    }

    long points(int place) {
        return isChosen(place) ? chosenPoints : points[other(place)];
    }

    /** Ten-thousandths by rank alone, for an order without points: the first has all, the last the least. */
    long share(int place) {
        return WHOLE * (added - rank(place)) / added;
    }

    private int rank(int place) {
        if (isChosen(place)) {
            return beforeChosen;
        }
        int other = other(place);
        boolean after = chosen >= 0 && chosenPrecedes(index[other], points[other], turn[other]);
        return other + (after ? 1 : 0);
    }

    private boolean chosenPrecedes(int candidate, long worth, long lastTurn) {
        return precedes(chosenPoints, chosenTurn, worth, lastTurn)
                || (chosenPoints == worth && chosenTurn == lastTurn && chosen < candidate);
    }

    private boolean isChosen(int place) {
        return chosen >= 0 && place == 0;
    }

    private int other(int place) {
        return chosen >= 0 ? place - 1 : place;
    }

    private static boolean precedes(long worth, long lastTurn, long otherWorth, long otherTurn) {
        return worth > otherWorth || (worth == otherWorth && lastTurn < otherTurn);
    }
}
