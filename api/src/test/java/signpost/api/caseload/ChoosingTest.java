package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.pages.Paging;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.terms.Terms;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** Whom a list is of, and whether the numbers beside what can be chosen are what choosing it gives. */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChoosingTest {

    private static final String HEADER =
            "student_id,surname,forename,preferred_forename,nc_year,reg_group,enrol_status,sen_provision,in_care,attendance_pct";

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    TestStudents students;

    @Autowired
    Caseload caseload;

    @Autowired
    Looks looks;

    @Autowired
    SavedViews views;

    @Autowired
    Terms terms;

    @Autowired
    BookInForce book;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool pilot;

    @BeforeAll
    void aQuarterOfASchool() {
        pilot = schools.school();
        cohort.takePilotSchool(pilot.id(), 4);
    }

    @Test
    void everyNumberBesideAChoiceIsHowManyStudentsChoosingItLeaves() {
        var adviser = person(pilot, Role.ADVISER);
        var all = List.of(By.values());
        for (var sent : List.of(
                Map.<String, String>of(),
                Map.of("view", "all"),
                Map.of("year", "11", "status", "waiting"),
                Map.of("status", "nothing", "send", "K"),
                Map.of("view", "all", "students", "everybody", "since", "never", "care", "N"),
                Map.of("view", "all", "flag", "Persistent absence", "intervention", "PGI-01"))) {
            var filter = Filter.of(sent, Optional.empty());
            var counts = counts(adviser, filter);
            var choosing = new Choosing(
                    book.recommender().book(),
                    Sight.of(adviser, book.recommender().book()));
            int numbers = 0;
            for (var field : choosing.fields(filter, counts, all)) {
                var by = By.valueOf(field.field().toUpperCase(java.util.Locale.ROOT));
                for (var option : field.options()) {
                    var said = option.words().replaceAll(".*\\((\\d+)\\)$", "$1");
                    if (said.matches("\\d+")) {
                        var chosen = option.value().isEmpty() ? filter.without(by) : filter.with(by, option.value());
                        assertThat(counts(adviser, chosen).students())
                                .as(sent + ", then " + field.words() + ": " + option.words())
                                .isEqualTo(Integer.parseInt(said));
                        numbers++;
                    }
                }
            }
            assertThat(numbers).as("" + sent).isGreaterThan(10);
        }
    }

    @Test
    void choicesOfWhichAStudentHasOneAddUpToAllOfThem() {
        var adviser = person(pilot, Role.ADVISER);
        var counts = counts(adviser, Filter.of(Map.of("view", "all"), Optional.empty()));
        for (var by : List.of(By.YEAR, By.GROUP, By.SEND, By.CARE)) {
            assertThat(counts.of(by).stream()
                            .filter(choice -> !choice.value().isEmpty())
                            .mapToInt(Counts.Choice::students)
                            .sum())
                    .as(by.words())
                    .isEqualTo(counts.students());
        }
        assertThat(counts.students() + counts.of(By.STUDENTS, By.LEFT)).isEqualTo(counts.of(By.STUDENTS, By.EVERYBODY));
        assertThat(counts.students()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "zoe, N1",
        "Zoë, N1",
        "ZOE wol, N1",
        "lukasz, N2",
        "ŁUK, N2",
        "obrien, N3",
        "o'brien, N3",
        "O’Brien, N3",
        "anne marie, N4",
        "Anne-Marie, N4",
        "marie brien, N3 N4",
        "bo, N5",
        "robert, N5",
        "n5, N5",
        "soren, N6",
        "strasse, N6",
        "%, ''",
        "nobody, ''",
        "marsh 'robert', N5"
    })
    void aFragmentOfANameOrIdIsFoundWithoutItsAccentsAndCapitals(String typed, String found) {
        var adviser = searcher();
        var filter = Filter.of(Map.of("view", "all", "found", "yes"), Optional.of(typed.replace("'robert'", "robert")));
        assertThat(ids(adviser, filter))
                .containsExactlyInAnyOrder(found.isEmpty() ? new String[0] : found.split(" ", -1));
    }

    @Test
    void whoHasLeftIsOnAListOfTheirOwn() {
        var school = schools.school();
        cohort.take(
                school.id(),
                HEADER,
                "L1,Marsh,Robin,,11,11B,C,N,N,84",
                "L2,Marsh,Robin,,12,,P,N,N,",
                "L3,Marsh,Robin,,11,,,,,84");
        var adviser = person(school, Role.ADVISER);
        assertThat(ids(adviser, filter("view", "all"))).containsExactlyInAnyOrder("L1", "L3");
        assertThat(ids(adviser, filter("view", "all", "students", "left"))).containsExactly("L2");
        assertThat(ids(adviser, filter("view", "all", "students", "everybody"))).hasSize(3);
        assertThat(ids(adviser, filter("view", "all", "send", "unknown"))).containsExactly("L3");
        assertThat(ids(adviser, filter("view", "all", "send", "N"))).containsExactly("L1");
        assertThat(ids(adviser, filter("view", "all", "care", "unknown"))).containsExactly("L3");
    }

    @Test
    void reasonsThatChangedSinceSomebodyLookedAreNewToThemAlone() {
        var school = schools.school();
        cohort.take(school.id(), HEADER, "C1,Marsh,Robin,,11,11B,C,N,N,84", "C2,Marsh,Robin,,11,11B,C,N,N,84");
        var adviser = person(school, Role.ADVISER);
        var other = person(school, Role.ADVISER);
        assertThat(ids(adviser, filter("since", "never"))).containsExactlyInAnyOrder("C1", "C2");
        look(adviser, "C1");
        look(other, "C2");
        assertThat(ids(adviser, filter("since", "changed"))).isEmpty();
        students.tell(school.id(), cohort.idOf(school.id(), "C1"), Map.of("attendance_pct", "71"));
        students.tell(school.id(), cohort.idOf(school.id(), "C2"), Map.of("attendance_pct", "72"));
        assertThat(ids(adviser, filter("since", "changed"))).containsExactly("C1");
        assertThat(ids(other, filter("since", "changed"))).containsExactly("C2");
        look(adviser, "C1");
        assertThat(ids(adviser, filter("since", "changed"))).isEmpty();
    }

    @Test
    void whatATutorMayNotSeeATutorCannotChooseBy() {
        var tutor = person(named(), Role.TUTOR);
        var rules = book.recommender().book();
        var choosing = new Choosing(rules, Sight.of(tutor, rules));
        var filter = filter(
                        "send", "K", "care", "Y", "intervention", "SND-01", "flag", "SEND without a plan", "year", "11")
                .seeing(choosing::may);
        assertThat(filter.chosen()).containsOnlyKeys(By.YEAR);
        assertThat(choosing.fields(filter, counts(tutor, filter), List.of(By.values())))
                .extracting(Choosing.Field::field)
                .containsExactly("whose", "students", "year", "group", "status", "flag", "since");
    }

    @Test
    void whatSomebodySearchedForStandsInNoAddress() {
        var filter = Filter.of(Map.of("found", "yes", "year", "11"), Optional.of("Maya"));
        assertThat(filter.search()).contains("Maya");
        assertThat(filter.address(2)).isEqualTo("/caseload?year=11&found=yes&page=2");
        assertThat(filter.query()).isEqualTo("year=11");
        assertThat(Filter.of(Map.of("year", "11"), Optional.of("Maya")).search())
                .isEmpty();
    }

    @Test
    void aSavedListIsItsOwnersAlone() {
        var school = named();
        var adviser = person(school, Role.ADVISER);
        var other = person(school, Role.ADVISER);
        assertThat(in(adviser, () -> views.keep(adviser, "Mine", "year=11"))).isTrue();
        assertThat(in(adviser, () -> views.keep(adviser, "Mine", "year=12"))).isFalse();
        assertThat(in(other, () -> views.of(other))).isEmpty();
        var kept = in(adviser, () -> views.of(adviser));
        assertThat(kept).extracting(SavedView::address).containsExactly("/caseload?year=11");
        in(other, () -> {
            views.remove(other, kept.get(0).id());
            return true;
        });
        assertThat(in(adviser, () -> views.of(adviser))).hasSize(1);
        in(adviser, () -> {
            views.remove(adviser, kept.get(0).id());
            return true;
        });
        assertThat(in(adviser, () -> views.of(adviser))).isEmpty();
    }

    private @Nullable StaffMember searcher;

    /** One school for every fragment. */
    private StaffMember searcher() {
        if (searcher == null) {
            searcher = person(named(), Role.ADVISER);
        }
        return searcher;
    }

    private TestSchools.TestSchool named() {
        var school = schools.school();
        cohort.take(
                school.id(),
                HEADER,
                "N1,Wolfe,Zoë,,11,11B,C,N,N,97",
                "N2,Nowak,Łukasz,,11,11B,C,N,N,97",
                "N3,O'Brien,Marie,,11,11B,C,N,N,97",
                "N4,Brien,Anne-Marie,,11,11B,C,N,N,97",
                "N5,Marsh,Robert,Bo,11,11B,C,N,N,97",
                "N6,Straße,Søren,,11,11B,C,N,N,97");
        return school;
    }

    private static Filter filter(String... pairs) {
        var sent = new java.util.HashMap<String, String>();
        for (int at = 0; at < pairs.length; at += 2) {
            sent.put(pairs[at], pairs[at + 1]);
        }
        return Filter.of(sent, Optional.empty());
    }

    private void look(StaffMember person, String studentId) {
        UUID student = cohort.idOf(person.schoolId(), studentId);
        in(person, () -> {
            looks.looked(person.schoolId(), person.staffId(), student, Instant.now(clock));
            return true;
        });
    }

    private Counts counts(StaffMember person, Filter filter) {
        return in(person, () -> caseload.counts(asked(person, filter)));
    }

    private List<String> ids(StaffMember person, Filter filter) {
        var rows = in(person, () -> caseload.page(asked(person, filter), Paging.of(1, 50, 50)));
        assertThat(counts(person, filter).students()).isEqualTo(rows.size());
        return java.util.stream.IntStream.rangeClosed(1, 6)
                .boxed()
                .flatMap(number -> java.util.stream.Stream.of("N", "L", "C").map(letter -> letter + number))
                .filter(id -> rows.stream().anyMatch(row -> has(person, row, id)))
                .toList();
    }

    private boolean has(StaffMember person, Caseload.Row row, String id) {
        return known.computeIfAbsent(person.schoolId() + id, key -> {
                    try {
                        return cohort.idOf(person.schoolId(), id);
                    } catch (java.util.NoSuchElementException none) {
                        return new UUID(0, 0);
                    }
                })
                .equals(row.id());
    }

    private final Map<String, UUID> known = new java.util.HashMap<>();

    private Caseload.Asked asked(StaffMember person, Filter filter) {
        return new Caseload.Asked(
                person,
                filter,
                terms.on(person.schoolId(), LocalDate.now(clock)).term(),
                LocalDate.now(clock));
    }

    private <T> T in(StaffMember person, Supplier<T> work) {
        return schools.scope()
                .within(person.schoolId(), () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private static StaffMember person(TestSchools.TestSchool school, Role role) {
        var person = school.person(role);
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), school.id(), school.name(), Set.of(role));
    }
}
