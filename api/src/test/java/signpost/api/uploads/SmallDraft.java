package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookZip;
import signpost.engine.text.Problem;

/** A school whose book in force is the small one, the two people who change it, and a draft of it. */
final class SmallDraft {

    private final TestSchools schools;
    private final TestDrafts typing;
    private final TestSchools.TestSchool school;
    private final Person by;
    private final Visitor head;
    private final Visitor second;
    private UUID draft;

    private SmallDraft(int port, TestSchools schools, TestDrafts typing) {
        this.schools = schools;
        this.typing = typing;
        school = schools.school();
        var writes = school.person(Role.HEAD_OF_DESTINATIONS);
        by = new Person(writes.displayName(), Optional.of(writes.accountId()));
        head = new Visitor(port, writes);
        second = new Visitor(port, school.person(Role.SENIOR_LEADER));
        draft = begun();
    }

    static SmallDraft of(int port, TestSchools schools, TestDrafts typing) {
        SmallDraft book = new SmallDraft(port, schools, typing);
        book.put(book.upload("book.zip", "", BookZip.pack(SmallBook.files())));
        assertThat(book.problems()).isEmpty();
        book.propose("A small book");
        book.second.post(book.at("/proposal/approve"), Map.of("revision", book.revision()));
        book.anew();
        assertThat(book.files().digest()).isEqualTo(SmallBook.files().digest());
        return book;
    }

    /** Goes on in a new draft of the book in force. */
    void anew() {
        draft = begun();
    }

    private UUID begun() {
        return within(() -> typing.draft(school.id(), own(), by, Map.of()));
    }

    Visitor head() {
        return head;
    }

    Visitor second() {
        return second;
    }

    UUID school() {
        return school.id();
    }

    String at(String path) {
        return "/rule-book/drafts/" + draft + path;
    }

    Visitor.Answer post(String path, Map<String, String> form) {
        return head.post(at(path), form);
    }

    Visitor.Answer upload(String name, String into, byte[] bytes) {
        return head.upload(at("/uploads"), Map.of("into", into), Map.of(name, bytes));
    }

    /** Puts what is shown into the draft; what was refused stays refused. */
    Visitor.Answer put(Visitor.Answer shown) {
        return shown.status() == 200 && shown.text().contains("Put into the draft")
                ? head.post(shown.path() + "/put", Map.of())
                : shown;
    }

    Visitor.Answer propose(String reason) {
        LocalDate today = LocalDate.now();
        return post(
                "/proposal/propose",
                Map.of(
                        "reason",
                        reason,
                        "revision",
                        revision(),
                        "from-day",
                        "" + today.getDayOfMonth(),
                        "from-month",
                        "" + today.getMonthValue(),
                        "from-year",
                        "" + today.getYear()));
    }

    String revision() {
        return "" + within(() -> typing.revision(draft));
    }

    BookFiles files() {
        return within(() -> typing.own(school.id(), own(), draft));
    }

    List<Problem> problems() {
        return within(() -> typing.problems(school.id(), own(), draft));
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private <T> T within(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
