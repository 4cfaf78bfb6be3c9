package dev.signalbox.decisions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decisions are pure: what goes in decides alone what comes out, today, tomorrow and in every service. */
class PurityTest {

    private static final Set<String> CLOCK_AND_CHANCE = Set.of(
            "now",
            "currentTimeMillis",
            "nanoTime",
            "random",
            "randomUUID",
            "systemDefault",
            "systemUTC",
            "getenv",
            "getProperty");

    private static final Set<String> BINARY = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final JavaClasses DECISIONS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.signalbox.decisions");
    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.signalbox.contracts");

    @Test
    void decisionsKnowNoFramework() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.signalbox.decisions..",
                        "dev.signalbox.contracts..",
                        "com.fasterxml.jackson..",
                        "org.jspecify.annotations",
                        "java.."))
                .check(DECISIONS);
    }

    @Test
    void contractsKnowJacksonOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.signalbox.contracts..", "com.fasterxml.jackson..", "org.jspecify.annotations", "java.."))
                .check(CONTRACTS);
    }

    @Test
    void decisionsReadAndWriteNothingExceptThePolicyThatIsShipped() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.signalbox.decisions.policy")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.io", "java.net..", "java.sql..")
                        .or(resideInAnyPackage("java.nio..")
                                .and(describe(
                                        "not charsets",
                                        type -> !type.getPackageName().equals("java.nio.charset")))))
                .check(DECISIONS);
    }

    @Test
    void decisionsAskNoClockAndLeaveNothingToChance() {
        noClasses()
                .should()
                .accessTargetWhere(describe("asks a clock, chance or the machine", PurityTest::isImpure))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(DECISIONS);
    }

    private static boolean isImpure(JavaAccess<?> call) {
        return CLOCK_AND_CHANCE.contains(call.getTarget().getName())
                && resideInAPackage("java..").test(call.getTargetOwner());
    }

    @Test
    void scoresAndTargetsAreExactNotBinaryFractions() {
        String[] exact = {"dev.signalbox.decisions.score", "dev.signalbox.decisions.sla"};
        DescribedPredicate<JavaClass> binary = describe("binary fractions", type -> BINARY.contains(type.getName()));
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(exact)
                .should()
                .haveRawType(binary)
                .check(DECISIONS);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(exact)
                .should()
                .haveRawReturnType(binary)
                .check(DECISIONS);
    }

    @Test
    void packagesOfDecisionsFormNoCycle() {
        slices().matching("dev.signalbox.decisions.(*)..")
                .should()
                .beFreeOfCycles()
                .check(DECISIONS);
    }
}
