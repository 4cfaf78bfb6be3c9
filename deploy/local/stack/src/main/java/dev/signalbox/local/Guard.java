package dev.signalbox.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A tiny process that outlives a killed stack just long enough to stop the stack's processes. */
final class Guard {

    private final Process process;

    private Guard(Process process) {
        this.process = process;
    }

    /** Starts the guard; it ends by itself when this process ends. */
    static Guard over(ProcessTable table) {
        try (var script = Guard.class.getResourceAsStream("guard.sh")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            List<String> command =
                    List.of("sh", "-c", text, "signalbox-guard", table.file().toString());
            return new Guard(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new StackFailure("Could not start the guard process: " + e.getMessage() + ".", e);
        }
    }

    /** What the guard sees when this process is killed. */
    void loseTheStack() throws IOException {
        process.getOutputStream().close();
    }

    /** Ends the guard; to be called when everything is stopped. */
    void dismiss() {
        process.destroyForcibly();
    }
}
