package signpost.api.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.capacity.Places;
import signpost.api.concerns.PersonFlag;
import signpost.api.concerns.PersonFlags;
import signpost.api.decisions.Decision;
import signpost.api.decisions.Decisions;
import signpost.api.deliveries.Deliveries;
import signpost.api.deliveries.Delivery;
import signpost.api.interviews.WordsTaken;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Showings;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.Standing;
import signpost.api.recommendations.Standings;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Profiles;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Dates;

/** Puts together what a person may see of a student; a handful of statements, however much there is. */
@Service
class StudentFiles {

    private final Students students;
    private final Profiles profiles;
    private final WordsTaken words;
    private final Standings standings;
    private final PersonFlags flags;
    private final Recommendations recommendations;
    private final Showings showings;
    private final Decisions decisions;
    private final Deliveries deliveries;
    private final Places places;
    private final Terms terms;
    private final BookInForce book;
    private final Clock clock;

    StudentFiles(
            Students students,
            Profiles profiles,
            WordsTaken words,
            Standings standings,
            PersonFlags flags,
            Recommendations recommendations,
            Showings showings,
            Decisions decisions,
            Deliveries deliveries,
            Places places,
            Terms terms,
            BookInForce book,
            Clock clock) {
        this.students = students;
        this.profiles = profiles;
        this.words = words;
        this.standings = standings;
        this.flags = flags;
        this.recommendations = recommendations;
        this.showings = showings;
        this.decisions = decisions;
        this.deliveries = deliveries;
        this.places = places;
        this.terms = terms;
        this.book = book;
        this.clock = clock;
    }

    /** The file of a student of this person's school; empty when there is no such student there. */
    @Transactional
    public Optional<StudentFile> find(UUID id, StaffMember person) {
        return students.byId(id).map(student -> file(student, person));
    }

    private StudentFile file(Student student, StaffMember person) {
        UUID school = person.schoolId();
        RuleBook rules = book.recommender().book();
        Sight sight = Sight.of(person, rules);
        Profile profile = profiles.of(List.of(student.id())).getOrDefault(student.id(), new Profile("", Map.of()));
        Standing standing = standings.find(school, student.id()).orElse(Standing.NONE);
        List<Recommendation> all =
                recommendations.ofStudents(school, List.of(student.id())).getOrDefault(student.id(), List.of());
        SchoolTerm term = terms.working(school, LocalDate.now(clock));
        Sorted sorted = Sorted.of(all, term, sight);
        showings.shown(person, sorted.suggested());
        List<UUID> ids = all.stream().map(Recommendation::id).toList();
        Map<UUID, List<Decision>> made = decisions.on(school, ids);
        Map<UUID, List<Delivery>> happened = deliveries.on(school, ids);
        RecommendationWords said = new RecommendationWords(
                rules.catalogue(), sight, sorted.suggested().isEmpty() ? Map.of() : places.of(school, term), clock);
        return new StudentFile(
                student,
                text(profile, "nc_year"),
                text(profile, "enrol_status").filter("P"::equals).isPresent(),
                flags(standing, flags.of(school, student.id()), sight),
                sight.seesEverything()
                        ? standing.scores().entrySet().stream()
                                .map(score -> score.getKey() + " score: "
                                        + score.getValue().words())
                                .toList()
                        : List.of(),
                said.of(sorted.suggested(), made, happened),
                said.of(sorted.decided(), made, happened),
                said.of(sorted.earlier(), made, happened),
                sorted.hiddenSuggestions(),
                sorted.hiddenOthers(),
                Waiting.of(standing.cannotTell(), sight),
                FactLines.of(profile, words.of(student.id()), rules.vocabulary(), sight));
    }

    private StudentFile.Flags flags(Standing standing, List<PersonFlag> raised, Sight sight) {
        List<StudentFile.Flag> seen = standing.flags().stream()
                .filter(sight::sees)
                .map(flag -> new StudentFile.Flag(flag.flag(), flag.severity(), sight.of(flag.reasons())))
                .toList();
        List<StudentFile.ByPerson> byPeople = raised.stream()
                .filter(flag -> sight.seesEveryReasonOf(flag.name()))
                .map(flag -> new StudentFile.ByPerson(
                        flag.id(),
                        flag.name(),
                        flag.severity(),
                        sight.seesEverything() ? flag.reason() : "",
                        flag.raisedBy(),
                        Dates.words(flag.raisedOn()),
                        !flag.standsOn(LocalDate.now(clock))))
                .toList();
        int hidden = standing.flags().size() - seen.size() + raised.size() - byPeople.size();
        return new StudentFile.Flags(seen, byPeople, hidden);
    }

    private static Optional<String> text(Profile profile, String key) {
        return profile.fact(key) instanceof Fact.Known known
                ? Optional.of(known.value().canonical())
                : Optional.empty();
    }

    /** A student's recommendations by what they ask of the reader. */
    private record Sorted(
            List<Recommendation> suggested,
            List<Recommendation> decided,
            List<Recommendation> earlier,
            int hiddenSuggestions,
            int hiddenOthers) {

        static Sorted of(List<Recommendation> all, SchoolTerm term, Sight sight) {
            List<Recommendation> suggested = new ArrayList<>();
            List<Recommendation> decided = new ArrayList<>();
            List<Recommendation> earlier = new ArrayList<>();
            int hiddenSuggestions = 0;
            int hiddenOthers = 0;
            for (Recommendation one : all) {
                boolean waits = one.state() == State.SUGGESTED;
                if (!sight.sees(one.shown())) {
                    hiddenSuggestions += waits ? 1 : 0;
                    hiddenOthers += waits ? 0 : 1;
                } else if (waits) {
                    suggested.add(one);
                } else if (counts(one, term)) {
                    decided.add(one);
                } else {
                    earlier.add(one);
                }
            }
            suggested.sort(Comparator.comparing(Recommendation::severity)
                    .reversed()
                    .thenComparing(Recommendation::due)
                    .thenComparing(Recommendation::raisedAt)
                    .thenComparing(Recommendation::id));
            decided.sort(Comparator.comparing(Recommendation::changedAt).reversed());
            return new Sorted(suggested, decided, earlier, hiddenSuggestions, hiddenOthers);
        }

        /** An acceptance until it is done, what was done and an override for its term. */
        private static boolean counts(Recommendation one, SchoolTerm term) {
            boolean overridden = one.state() == State.OVERRIDDEN && one.standsIn(term.id());
            return one.state().open() || overridden || one.deliveredIn(term.term());
        }
    }
}
