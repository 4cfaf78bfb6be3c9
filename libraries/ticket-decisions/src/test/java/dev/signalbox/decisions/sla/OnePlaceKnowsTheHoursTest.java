package dev.signalbox.decisions.sla;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deadlines are counted in one place (I6): whoever else took the time between two moments would count closed hours. */
class OnePlaceKnowsTheHoursTest {

    /** They deal with periods of the wall clock: how soon a ticket was reopened, how fresh an owner. */
    private static final String NO_PROMISE = ".*\\.(PrematureClosing|Tenures)";

    @Test
    void onlyCalendarsTakeTheTimeBetweenTwoMomentsOrAddTimeToOne() {
        var sla = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.signalbox.decisions.sla");
        noClasses()
                .that()
                .resideInAPackage("dev.signalbox.decisions.sla")
                .and()
                .haveNameNotMatching(NO_PROMISE)
                .should()
                .accessTargetWhere(describe("counts time by itself", OnePlaceKnowsTheHoursTest::countsTime))
                .check(sla);
    }

    private static boolean countsTime(JavaAccess<?> call) {
        String name = call.getTarget().getName();
        return (call.getTargetOwner().isEquivalentTo(Instant.class)
                        && (name.startsWith("plus") || name.startsWith("minus") || name.equals("until")))
                || (Set.of(Duration.class.getName(), ChronoUnit.class.getName())
                                .contains(call.getTargetOwner().getName())
                        && name.equals("between"));
    }
}
