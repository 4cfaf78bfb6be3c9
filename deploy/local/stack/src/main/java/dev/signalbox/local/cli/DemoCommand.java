package dev.signalbox.local.cli;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.demo.Demo;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./signalbox demo}: a support day in fast motion. */
@Command(
        name = "demo",
        description =
                "Starts everything and shows a support day in fast motion: a minute of the policy lasts a second.")
final class DemoCommand implements Callable<Integer> {

    private static final int FOREVER_SECONDS = 24 * 3600;
    private static final int LAST_WORDS_SECONDS = 30;

    @Mixin
    private StackOptions options;

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description = "End by itself, with a summary. Otherwise Ctrl-C ends.")
    private int seconds = FOREVER_SECONDS;

    @Option(names = "--seed", description = "Of everything that happens at random. Default: ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Override
    public Integer call() {
        Console console = options.console();
        LocalStack stack = options.stack();
        Supervision supervision = new Supervision(stack, console);
        supervision.stopOnSignal();
        new Startup(stack, console).run(Demo.policy(), true, Map.of());
        new Directions(stack, console).print();
        console.progress("");
        try (Demo demo = new Demo(stack, console, seed)) {
            demo.begin(Math.max(1, seconds - LAST_WORDS_SECONDS));
            supervision.watch(seconds);
            return demo.end() ? 0 : 1;
        }
    }
}
