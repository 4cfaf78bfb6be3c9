package dev.signalbox.edge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that is refused, with every fault that was found. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Fault> faults;
    private final transient Duration retryAfter;

    /** A refusal that the caller has to mend. */
    public ProblemException(int status, String title, List<Fault> faults) {
        this(status, title, faults, null);
    }

    private ProblemException(int status, String title, List<Fault> faults, Duration retryAfter) {
        super(title);
        this.status = status;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** A refusal for now: 429 under overload, 503 while something is away. */
    public static ProblemException tryAgain(int status, String title, Duration retryAfter) {
        return new ProblemException(status, title, List.of(), retryAfter);
    }

    /** 404 for something that is not there. */
    public static ProblemException notFound(String what) {
        return new ProblemException(404, what + " is not known here.", List.of());
    }

    public int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The body of the answer. */
    public Problem problem() {
        return new Problem("about:blank", getMessage(), status, null, faults);
    }
}
