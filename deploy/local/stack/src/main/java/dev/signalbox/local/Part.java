package dev.signalbox.local;

/**
 * One process of the stack. A part may be started again after {@link #stop()} or {@link #kill()} and then finds what it
 * kept. Not for use by two threads at once.
 */
public interface Part {

    /** The name in log files and messages, for example {@code kafka} or {@code routing}. */
    String name();

    /** Host and port, always on the loopback interface. */
    String address();

    /**
     * Starts the process and waits until it is ready for work.
     *
     * @throws StackFailure if it does not get ready; its log file is named
     */
    void start();

    /** Asks the process to end and waits; after a few seconds it is killed. Does nothing if it does not run. */
    void stop();

    /** {@code kill -9}; returns when the process is gone. Does nothing if it does not run. */
    void kill();

    boolean isRunning();

    /** The operating system's id of the running process, 0 if it does not run. */
    long pid();
}
