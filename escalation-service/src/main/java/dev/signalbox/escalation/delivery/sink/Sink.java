package dev.signalbox.escalation.delivery.sink;

import dev.signalbox.contracts.Escalation;

/** A kind of endpoint: which changes it hears of, how it is told, what its answers mean. */
public interface Sink {

    /** Whether a change is anything to it. The end of an escalation always is. */
    boolean hears(Escalation change);

    /** @throws IllegalArgumentException if the target lacks what the sink needs; the message names no secret */
    void require(Target target);

    Message message(Target target, Notice notice);

    /**
     * What an answer means; by default 400, 413 and 422 say that the message is wrong, and repeating it changes nothing.
     *
     * @param status HTTP status; 0 if there was no answer
     */
    default Verdict verdict(int status) {
        if (isSuccess(status)) {
            return Verdict.DELIVERED;
        }
        return status == 400 || status == 413 || status == 422 ? Verdict.REJECTED : Verdict.FAILED;
    }

    /** Attempts that may be under way at one time; 1 keeps the order over all escalations of a replica. */
    int concurrency();

    /** @param status HTTP status */
    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }
}
