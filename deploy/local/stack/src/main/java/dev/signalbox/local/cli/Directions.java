package dev.signalbox.local.cli;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.PostgresProcess;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.ServiceProcess;
import java.util.List;

/** Where to look and what to try, once everything is ready. */
final class Directions {

    private static final String TICKET = """
            {"subject": "Nobody can log in", "body": "Since 9:00 all our users get an error. Work has stopped.", \
            "requester": {"email": "ann@acme.example"}}""";

    private final LocalStack stack;
    private final Console console;

    Directions(LocalStack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    void print() {
        String intake = stack.services().stream()
                .filter(s -> s.service() == ServiceName.INTAKE)
                .map(ServiceProcess::url)
                .findFirst()
                .orElseThrow()
                .toString();
        List<String> lines = List.of(
                "",
                "  Kafka       " + stack.kafka().bootstrapServers(),
                "  PostgreSQL  " + stack.postgres().reactiveUrl() + " (user " + PostgresProcess.USER + ", password "
                        + PostgresProcess.PASSWORD + ")",
                "  Log files   " + stack.data().resolve("logs"),
                "",
                "  A ticket of your own:",
                "    curl " + intake + "/v1/tickets -H 'Content-Type: application/json' \\",
                "      -d '" + TICKET + "'",
                "",
                "  Ctrl-C stops everything.");
        lines.forEach(console::progress);
    }
}
