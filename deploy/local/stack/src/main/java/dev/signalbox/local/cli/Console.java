package dev.signalbox.local.cli;

import java.io.PrintStream;

/** What people read while Signalbox works: plain lines, with a little colour where a terminal shows it. */
public final class Console {

    /** The colours in use, as ANSI codes. */
    public enum Tint {
        GOOD(32),
        WARNING(33),
        BAD(31),
        QUIET(90),
        STRONG(1);

        private final int code;

        Tint(int code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final boolean colour;
    private final boolean quiet;

    Console(PrintStream out, boolean colour, boolean quiet) {
        this.out = out;
        this.colour = colour;
        this.quiet = quiet;
    }

    /** The console of this process: the script says whether it is a terminal; {@code NO_COLOR} is respected. */
    public static Console standard(boolean quiet) {
        boolean colour = Boolean.getBoolean("signalbox.terminal") && System.getenv("NO_COLOR") == null;
        return new Console(System.out, colour, quiet);
    }

    /** A line of progress: not shown with {@code --quiet}. */
    public synchronized void progress(String line) {
        if (!quiet) {
            out.println(line);
            out.flush();
        }
    }

    /** A line that is shown in any case. */
    public synchronized void result(String line) {
        out.println(line);
        out.flush();
    }

    public String tinted(Tint tint, String text) {
        return colour ? "\u001b[" + tint.code + "m" + text + "\u001b[0m" : text;
    }
}
