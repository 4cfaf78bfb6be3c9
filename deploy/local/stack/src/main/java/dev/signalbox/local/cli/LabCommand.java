package dev.signalbox.local.cli;

import dev.signalbox.local.lab.Lab;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new ParameterException(spec.commandLine(), "--seeds must be 1 to " + MOST_SEEDS);
        }
        Console console = Console.standard(false);
        console.result("Seeds: "
                + LongStream.range(first, first + seeds)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" ")));
        Lab.starter().print(first, seeds, console::result);
        return 0;
    }
}
