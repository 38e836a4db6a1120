package signpost.api.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import signpost.api.Signpost;
import signpost.api.database.SharedDatabase;
import signpost.api.drafts.TestDrafts;
import signpost.api.publishing.TestBooks;
import signpost.api.recommendations.OneSchool;

/**
 * The whole program on a random port and the shared database of this JVM. Alike for all, so that one program serves every
 * test of a JVM: what a class adds of its own costs the start of another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Signpost.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SharedDatabase.class)
@Import({
    TestSchools.class,
    OneSchool.class,
    TestStudents.class,
    TestCohort.class,
    QuickPasswords.class,
    CountedStatements.class,
    SameSize.class,
    TestDrafts.class,
    TestBooks.class
})
public @interface SignpostTest {}
