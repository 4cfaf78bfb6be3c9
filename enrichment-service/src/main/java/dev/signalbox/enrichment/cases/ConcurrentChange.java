package dev.signalbox.enrichment.cases;

/** Another replica has changed a ticket since it was loaded: the transaction is done again. */
final class ConcurrentChange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentChange(int expected, int changed) {
        super("Only " + changed + " of " + expected + " tickets were as they had been loaded");
    }
}
