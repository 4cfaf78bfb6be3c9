package dev.signalbox.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with the root pom: told by {@code -Dsignalbox.root}, else looked for upward. */
public final class Checkout {

    private Checkout() {}

    /** @throws IllegalStateException if this does not run inside a checkout */
    public static Path root() {
        String told = System.getProperty("signalbox.root");
        Path start = Path.of(told == null || told.isBlank() ? "" : told).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("pom.xml")) && Files.exists(folder.resolve("deploy/local/kafka"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No checkout above " + start + ": say where with -Dsignalbox.root");
    }
}
