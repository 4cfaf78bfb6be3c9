package dev.signalbox.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern FILE = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+\\.(?:java|md|sql|yaml|properties))`");

    private final Path root = Checkout.root();

    @Test
    void everyFileThatAPageNamesIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            named(LINK, text)
                    .filter(target -> Files.notExists(page.resolveSibling(target)))
                    .forEach(target -> missing.add(root.relativize(page) + " links to " + target));
            named(FILE, text)
                    .filter(target ->
                            Files.notExists(root.resolve(target)) && Files.notExists(page.resolveSibling(target)))
                    .forEach(target -> missing.add(root.relativize(page) + " names " + target));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyModuleSaysWhatItIs() throws IOException {
        List<Path> silent = new ArrayList<>();
        Matcher module = Pattern.compile("<module>([^<]+)</module>").matcher(Files.readString(root.resolve("pom.xml")));
        while (module.find()) {
            Path readme = root.resolve(module.group(1)).resolve("README.md");
            if (Files.notExists(readme)) {
                silent.add(root.relativize(readme));
            }
        }
        assertThat(silent).isEmpty();
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(root.resolve("README.md")),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Stream<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
