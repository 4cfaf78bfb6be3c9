package dev.signalbox.local.policy;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.CalendarFiles;
import dev.signalbox.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A policy document and the cases written beside it, {@code NAME.cases.yaml} beside {@code NAME.yaml}.
 *
 * @param name as it was asked for
 */
public record PolicyFile(String name, byte[] document, Optional<byte[]> cases) {

    private static final String ENDING = ".yaml";
    private static final String CASES = ".cases.yaml";

    /** What is shipped, for whoever has no file yet. */
    public static final List<String> SHIPPED = List.of("starter", "small-team", "follow-the-sun");

    /**
     * Reads a document, from a file or one that is shipped; iCalendar files that it names are read too (docs/adr/0030).
     *
     * @throws StackFailure if there is neither, or an iCalendar file cannot be read
     */
    public static PolicyFile read(String name) {
        Path file = Path.of(name);
        try {
            if (Files.isRegularFile(file)) {
                Path cases = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.ya?ml$", "") + CASES);
                return new PolicyFile(
                        name,
                        CalendarFiles.inlined(Files.readAllBytes(file), file, LocalDate.now(ZoneId.systemDefault())),
                        Files.isRegularFile(cases) ? Optional.of(Files.readAllBytes(cases)) : Optional.empty());
            }
        } catch (IOException e) {
            throw new StackFailure("The file " + name + " cannot be read: " + e.getMessage(), e);
        }
        if (SHIPPED.contains(name)) {
            return new PolicyFile(
                    name,
                    PolicyDocument.resource("/policies/" + name + ENDING),
                    Optional.of(PolicyDocument.resource("/policies/" + name + CASES)));
        }
        throw new StackFailure("There is no file " + name + ": name one, or a shipped policy, one of " + SHIPPED + ".");
    }
}
