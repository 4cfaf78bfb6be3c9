package dev.signalbox.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testsupport.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/operate.md names what there is: every metric, every setting, every port. */
class OperatePageTest {

    /** A meter is made by its name: {@code counter("signalbox.x", ...)}, {@code Timer.builder("signalbox.x")}, ... */
    private static final Pattern METER = Pattern.compile(
            "(?:counter|gauge|builder|record|count|\\bgauge\\(meters,)\\(?\\s*\"(signalbox(?:\\.[a-z]+)+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"(signalbox(?:\\.[a-z]+)+)\"");
    private static final Pattern NAMED_METRIC = Pattern.compile("`(signalbox(?:_[a-z]+)+)`");
    private static final Pattern NAMED_SETTING = Pattern.compile("`(SIGNALBOX(?:_[A-Z]+)+)`");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"(signalbox\\.[a-z]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("\\b([a-z][A-Za-z]+)\\(\\);");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"(signalbox\\.[a-z.-]+)\"");
    private static final Pattern PORT = Pattern.compile("(?m)^quarkus\\.http\\.port=(\\d+)$");

    private final String page = read(Checkout.root().resolve("docs/operate.md"));
    private final List<String> sources = sources();

    @Test
    void everyMetricThatThePageNamesExists() {
        Set<String> existing =
                found(LITERAL).map(name -> name.replace('.', '_')).collect(Collectors.toSet());

        assertThat(named(NAMED_METRIC))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(existing).as(metric).contains(withoutUnit(metric)));
    }

    @Test
    void everyMetricThatExistsIsOnThePage() {
        Set<String> named =
                named(NAMED_METRIC).stream().map(OperatePageTest::withoutUnit).collect(Collectors.toSet());

        assertThat(found(METER).map(name -> name.replace('.', '_')).distinct())
                .hasSizeGreaterThan(15)
                .isSubsetOf(named);
    }

    @Test
    void everySettingThatThePageNamesExists() {
        Set<String> existing = new TreeSet<>(Set.of("SIGNALBOX_WEBHOOK_SECRET_ZENDESK"));
        found(PROPERTY).map(OperatePageTest::variable).forEach(existing::add);
        for (String source : sources) {
            PREFIX.matcher(source)
                    .results()
                    .forEach(prefix -> METHOD.matcher(source)
                            .results()
                            .map(method -> prefix.group(1) + "." + dashed(method.group(1)))
                            .map(OperatePageTest::variable)
                            .forEach(existing::add));
        }

        assertThat(named(NAMED_SETTING)).hasSizeGreaterThan(10).isSubsetOf(existing);
    }

    @Test
    void everyServicesPortIsOnThePage() {
        List<String> ports = files("application.properties")
                .flatMap(file -> PORT.matcher(read(file)).results().map(port -> port.group(1)))
                .toList();

        assertThat(ports).hasSize(6).allSatisfy(port -> assertThat(page).contains("| " + port + " |"));
    }

    private Stream<String> found(Pattern pattern) {
        return sources.stream()
                .flatMap(source -> pattern.matcher(source).results())
                .map(match -> match.group(1));
    }

    private Set<String> named(Pattern pattern) {
        return pattern.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutUnit(String metric) {
        return metric.replaceAll("_(total|seconds|percent|days)$", "");
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static String dashed(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> sources() {
        return files(".java").map(OperatePageTest::read).toList();
    }

    /** Main files of services and libraries. */
    private static Stream<Path> files(String suffix) {
        Path root = Checkout.root();
        try (Stream<Path> all = Files.walk(root, 14)) {
            return all
                    .filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> root.relativize(file).toString().matches("(libraries/)?[a-z-]+/src/main/.*"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
