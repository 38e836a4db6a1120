package signpost.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.scenario.CheckedBook;

@AnalyzeClasses(packages = "signpost.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesKnowOnlyThoseBeforeThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("signpost.engine.text..")
            .layer("profile")
            .definedBy("signpost.engine.profile..")
            .layer("vocabulary")
            .definedBy("signpost.engine.vocabulary..")
            .layer("catalogue")
            .definedBy("signpost.engine.catalogue..")
            .layer("table")
            .definedBy("signpost.engine.table..")
            .layer("rulebook")
            .definedBy("signpost.engine.rulebook..")
            .layer("evaluation")
            .definedBy("signpost.engine.evaluation..")
            .layer("analysis")
            .definedBy("signpost.engine.analysis..")
            .layer("drl")
            .definedBy("signpost.engine.drl..")
            .layer("cohort")
            .definedBy("signpost.engine.cohort..")
            .layer("scenario")
            .definedBy("signpost.engine.scenario..")
            .layer("backtest")
            .definedBy("signpost.engine.backtest..")
            .layer("coverage")
            .definedBy("signpost.engine.coverage..")
            .layer("format")
            .definedBy("signpost.engine.format..")
            .layer("writing")
            .definedBy("signpost.engine.writing..")
            .layer("change")
            .definedBy("signpost.engine.change..")
            .layer("sheet")
            .definedBy("signpost.engine.sheet..")
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("profile")
            .mayNotAccessAnyLayer()
            .whereLayer("vocabulary")
            .mayOnlyAccessLayers("text", "profile")
            .whereLayer("cohort")
            .mayOnlyAccessLayers("text", "profile", "vocabulary")
            .whereLayer("catalogue")
            .mayOnlyAccessLayers("text")
            .whereLayer("table")
            .mayOnlyAccessLayers("text", "profile", "vocabulary")
            .whereLayer("rulebook")
            .mayOnlyAccessLayers("text", "profile", "vocabulary", "catalogue", "table")
            .whereLayer("analysis")
            .mayOnlyAccessLayers("text", "profile", "vocabulary", "catalogue", "rulebook")
            .whereLayer("drl")
            .mayOnlyAccessLayers("text", "profile", "vocabulary", "rulebook")
            .whereLayer("evaluation")
            .mayOnlyAccessLayers("text", "profile", "vocabulary", "catalogue", "rulebook")
            .whereLayer("backtest")
            .mayOnlyAccessLayers("text", "profile", "rulebook", "evaluation", "cohort")
            .whereLayer("coverage")
            .mayOnlyAccessLayers("text", "profile", "vocabulary", "rulebook", "evaluation", "scenario")
            .whereLayer("scenario")
            .mayOnlyAccessLayers("text", "profile", "vocabulary", "catalogue", "rulebook", "evaluation", "analysis")
            .whereLayer("format")
            .mayOnlyAccessLayers("text", "vocabulary", "rulebook")
            .whereLayer("writing")
            .mayOnlyAccessLayers("text", "profile", "vocabulary", "catalogue", "rulebook")
            .whereLayer("change")
            .mayOnlyAccessLayers("text", "profile", "vocabulary", "catalogue", "rulebook")
            .whereLayer("sheet")
            .mayOnlyAccessLayers("change");

    /** Else a school's additions could loosen its trust's rules. */
    @ArchTest
    static final ArchRule booksAreReadWithEveryCheck = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(CheckedBook.class.getName())
            .should()
            .callMethod(BookReader.class, "read", BookFiles.class);

    @ArchTest
    static final ArchRule onlyEvaluationKnowsDrools = noClasses()
            .that()
            .resideOutsideOfPackage("signpost.engine.evaluation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule noTextIsHandedToACompiler = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.drools.compiler..",
                    "org.drools.drl..",
                    "org.drools.ecj..",
                    "org.drools.model.codegen..",
                    "org.drools.mvelcompiler..",
                    "org.eclipse.jdt..",
                    "com.github.javaparser..",
                    "org.antlr..",
                    "org.kie.api.builder..",
                    "org.kie.internal.builder..",
                    "org.kie.internal.utils..",
                    "org.drools.mvel..",
                    "org.mvel..",
                    "org.mvel2..",
                    "org.kie.memorycompiler..",
                    "javax.script..",
                    "javax.tools..",
                    "java.lang.reflect..");

    @ArchTest
    static final ArchRule theEngineIsPlainJava = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "java.net..", "java.util.logging..");

    @ArchTest
    static final ArchRule timeIsPassedIn = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class)
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule identifiersArePassedIn = noClasses().should().callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule nothingPrints = noClasses().should().accessField(System.class, "out");
}
