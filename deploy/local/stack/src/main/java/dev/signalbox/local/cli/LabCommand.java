package dev.signalbox.local.cli;

import dev.signalbox.local.lab.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code ./signalbox lab}: which order of service answers how many tickets too late. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description =
                "Plays four weeks of 20 agents on virtual time and compares orders of service (docs/scheduling.md).")
final class LabCommand implements Callable<Integer> {

    private static final int MOST_SEEDS = 1000;

    @Option(names = "--seeds", defaultValue = "20", description = "how many seeds (default: ${DEFAULT-VALUE})")
    private int seeds;

    @Option(names = "--seed", defaultValue = "1", description = "the first of them (default: ${DEFAULT-VALUE})")
    private long first;

    /** Instead of the table with agents around the clock. */
    static final class Other {

        @Option(names = "--shifts", description = "60 agents in three shifts, with skills, who decline now and then")
        private boolean shifts;

        @Option(names = "--arrivals", paramLabel = "FILE", description = "plays the arrivals of a recorded log")
        private Path arrivals;

        @Option(names = "--validity", description = "holds the simulation against a reference run")
        private boolean validity;
    }

    @ArgGroup
    private Other other = new Other();

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new ParameterException(spec.commandLine(), "--seeds must be 1 to " + MOST_SEEDS);
        }
        Console console = Console.standard(false);
        console.result("Seeds: "
                + LongStream.range(first, first + seeds)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" ")));
        Lab lab = Lab.starter(first, seeds);
        if (other.arrivals != null) {
            lab.printLog(other.arrivals, console::result);
        } else if (other.shifts) {
            lab.printShifts(console::result);
        } else if (other.validity) {
            lab.printValidity(console::result);
        } else {
            lab.print(console::result);
        }
        return 0;
    }
}
