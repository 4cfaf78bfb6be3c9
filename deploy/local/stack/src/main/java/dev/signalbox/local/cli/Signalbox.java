package dev.signalbox.local.cli;

import dev.signalbox.local.StackFailure;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./signalbox} that need more than a shell. */
@Command(
        name = "./signalbox",
        description = "Routes B2B support tickets as they happen.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ExplainCommand.class,
            QuarantineCommand.class,
            LabCommand.class,
            PolicyCommand.class,
            WhatifCommand.class,
            TrainCommand.class,
            EvaluateCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Signalbox implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Exit codes: 0 done, 1 it did not work, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Signalbox())
                .setExecutionExceptionHandler(Signalbox::explain)
                .setParameterExceptionHandler(Signalbox::refuse);
    }

    /** The checkout, as the script told. */
    static Path root() {
        return Path.of(System.getProperty("signalbox.root", ""))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static int refuse(CommandLine.ParameterException e, String[] arguments) {
        System.err.println(e.getMessage() + ": "
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help says what is allowed.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        if (e instanceof StackFailure) {
            System.err.println(e.getMessage());
        } else if (String.valueOf(e.getMessage()).contains("No space left on device")) {
            System.err.println("The disk is full: free some space, or choose another folder with --data.");
        } else {
            e.printStackTrace();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
