package dev.signalbox.decisions.routing;

/** A command that must not be carried out; the message is a sentence for whoever asked. */
public final class RefusedCommand extends RuntimeException {

    /** Another epoch than the present one was named. */
    public static final String STALE_EPOCH = "STALE_EPOCH";

    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedCommand(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    static RefusedCommand stale(long epoch) {
        return new RefusedCommand(STALE_EPOCH, "The ticket has changed hands; its assignment epoch is " + epoch + ".");
    }

    /** Stable, in UPPER_CASE, for example {@code T3_PROTECTED}. */
    public String code() {
        return code;
    }
}
