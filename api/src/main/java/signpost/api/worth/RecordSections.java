package signpost.api.worth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.api.worth.TransparencyRecord.Field;
import signpost.api.worth.TransparencyRecord.Section;

/** The sections of a transparency record, filled in from the files of the book. */
final class RecordSections {

    private static final String NOT_LEARNT =
            "There is none: people write the rules, and nothing is learnt from data about past students.";

    private RecordSections() {}

    static List<Section> of(BookDocument book, List<String> owners, int sensitiveRules, Optional<String> publishedOn) {
        return List.of(
                new Section("Tier 1 - Overview", overview(book)),
                new Section("Tier 2 - Owner and Responsibility", owner(book, owners)),
                new Section("Tier 2 - Description and Rationale", description(book)),
                new Section("Tier 2 - Deployment Context", deployment(book)),
                new Section("Tier 2 - Tool Specification", specification(book, publishedOn)),
                new Section("Tier 2 - Tool Specification: data", data(book)),
                new Section("Tier 2 - Risks, Mitigations and Impact Assessments", risks(book, sensitiveRules)));
    }

    private static List<Field> overview(BookDocument book) {
        return List.of(
                said("1", "Name", "Rules for careers support at " + book.school()),
                said(
                        "2",
                        "Description",
                        "The school keeps " + book.rules() + " written rules about when a student may need careers"
                                + " support, for example when attendance falls or there is no plan for after year 11. A"
                                + " computer program, Signpost, applies them to what the school knows about each student"
                                + " and suggests help to a careers adviser, with the reasons. The adviser decides. The"
                                + " rules add help; none of them takes a course or a choice away from anybody."),
                blank("3", "Website URL", "", "the address at which the school publishes its rule book"),
                blank("4", "Contact email", "", "an address that families can write to"));
    }

    private static List<Field> owner(BookDocument book, List<String> owners) {
        return List.of(
                said("1.1", "Organisation or department", book.school()),
                owners.isEmpty()
                        ? blank("1.2", "Team", "", "who looks after the rules")
                        : said("1.2", "Team", "Each rule names who answers for it: " + String.join(", ", owners) + "."),
                blank("1.3", "Senior responsible owner", "", "the role of the person accountable for the rules"),
                blank(
                        "1.4",
                        "Third party involvement",
                        "",
                        "yes, if somebody else runs Signpost for the school; otherwise no"),
                blank("1.4.1", "Third party", "", "who runs it for the school, if anybody"),
                blank("1.4.2", "Companies House Number", "", "the company’s number, if there is one"),
                blank("1.4.3", "Third party role", "", "what they do for the school"),
                blank("1.4.4", "Procurement procedure type", "", "how the school chose them"),
                blank("1.4.5", "Third party data access terms", "", "what data they can reach, and on what terms"));
    }

    private static List<Field> description(BookDocument book) {
        String topics = book.topics().stream().map(topic -> topic.title()).collect(Collectors.joining(", "));
        return List.of(
                said(
                        "2.1",
                        "Detailed description",
                        "The rules stand in plain English under these topics: " + topics
                                + ". Each says when it applies,"
                                + " what it then flags or suggests, and the reason an adviser reads. A fact that is not"
                                + " known counts neither as yes nor as no: the rule says that it cannot tell, and what is"
                                + " missing. Whole text: the rule book as a document, made from the same files."),
                blank(
                        "2.2",
                        "Benefits",
                        "Every student is looked at by the same rules each term, and an adviser sees early who may need"
                                + " help, and why.",
                        "what the school has seen since it began"),
                blank("2.3", "Previous process", "", "how the school found students who needed help before"),
                blank(
                        "2.4",
                        "Alternatives considered",
                        "Rules that people write and can read were chosen over a score learnt from data, whose reasons"
                                + " nobody could check.",
                        "what else the school looked at"));
    }

    private static List<Field> deployment(BookDocument book) {
        return List.of(
                said(
                        "3.1",
                        "Integration into broader operational process",
                        "Suggestions stand on the adviser’s list, in order of need, beside flags that people raise"
                                + " themselves. What is accepted is planned, given and looked back on. No family is"
                                + " contacted by the program."),
                said(
                        "3.2",
                        "Human review",
                        "A person decides on every suggestion: it can be accepted, overridden or deferred, and nothing is"
                                + " ticked beforehand. The reasons are shown first. An override needs a reason from a list"
                                + " ("
                                + String.join("; ", book.reasons())
                                + "). Who decided is kept, and so is what they were shown. A rule changes only when a"
                                + " second person has approved it; one person may go back to rules that were in force"
                                + " before, under their name."),
                blank(
                        "3.3",
                        "Frequency and scale of usage",
                        "Students are looked at when something known about them changes, and at the start of each term.",
                        "how many students, and in which year groups"),
                blank("3.4", "Required training", "", "what advisers are taught before they use it"),
                blank(
                        "3.5",
                        "Appeals and review",
                        "A student or family may ask what was suggested and why, have a wrong fact put right, after which"
                                + " the rules are applied again, and object. A person looks at every such request.",
                        "whom to ask, and how long an answer takes"));
    }

    private static List<Field> specification(BookDocument book, Optional<String> publishedOn) {
        return List.of(
                blank(
                        "4.1.1",
                        "System architecture",
                        "A web application with one database. The rules are text files, checked and then applied by a rule"
                                + " engine (Drools). No outside service is asked.",
                        "where it is hosted"),
                said("4.1.2", "System-level input", "What the school knows about a student: see 4.4.1."),
                said(
                        "4.1.3",
                        "System-level output",
                        "For each student: flags, points, suggested help with a date, each with its reasons; and what"
                                + " cannot be told."),
                said(
                        "4.1.4",
                        "Maintenance",
                        "Rules name a day by which they are looked at again. Signpost lists those that are overdue, never"
                                + " fire, are often overridden, or fall mainly on one group of students."),
                said("4.1.5", "Models", "None that is learnt from data: " + book.rules() + " rules written by people."),
                said("4.2.1", "Model name", "The rule book of " + book.school()),
                said(
                        "4.2.2",
                        "Model version",
                        "This is " + book.version() + ", digest " + book.digest()
                                + publishedOn
                                        .map(day -> ", published on " + day)
                                        .orElse("") + "."),
                said("4.2.3", "Model task", "To suggest careers support that a student may need."),
                said("4.2.4", "Model input", "The facts listed in 4.4.1."),
                said("4.2.5", "Model output", "The flags and suggestions described in 4.1.3."),
                said("4.2.6", "Model architecture", "Rules of the form: when, then, because."),
                blank(
                        "4.2.7",
                        "Model performance",
                        "Every rule has scenarios: invented students for whom it must fire or must not. A book whose"
                                + " scenarios fail cannot come in force.",
                        "what came of suggestions, from the pages of the rules, without small numbers"),
                said("4.2.8", "Datasets and their purposes", "None for development. In use: see 4.4.1."));
    }

    private static List<Field> data(BookDocument book) {
        String used = book.used().stream().map(BookDocument.Datum::title).collect(Collectors.joining("; "));
        return List.of(
                said("4.3", "Development data", NOT_LEARNT),
                said(
                        "4.4.1",
                        "Data sources",
                        "The school’s own records, and what students say in interviews. Read by at least one rule: "
                                + used + ". Nothing else is read."),
                said("4.4.2", "Sensitive attributes", sensitive(book)),
                said(
                        "4.4.3",
                        "Data processing methods",
                        "Values are checked as they come in and kept with their source and day. Some facts are worked out"
                                + " from others; the rule book says how."),
                blank(
                        "4.4.4",
                        "Data access and storage",
                        "Only the school’s own staff, each by their role; special-category facts for careers advisers and"
                                + " the head of destinations only. The database keeps each school’s data apart.",
                        "where it is stored and for how long"),
                blank(
                        "4.4.5",
                        "Data sharing agreements",
                        "",
                        "with whom the school shares data, and under what agreement"));
    }

    private static String sensitive(BookDocument book) {
        return (book.special().isEmpty()
                        ? "No rule reads special-category data."
                        : "Special-category data, or treated as such, read by at least one rule: "
                                + titles(book.special()) + ".")
                + (book.near().isEmpty()
                        ? ""
                        : " Tells a protected characteristic, or comes near to it: " + titles(book.near()) + ".");
    }

    private static String titles(List<BookDocument.Datum> data) {
        return data.stream().map(BookDocument.Datum::title).collect(Collectors.joining("; "));
    }

    private static List<Field> risks(BookDocument book, int sensitiveRules) {
        return List.of(
                blank(
                        "5.1",
                        "Impact assessments",
                        "",
                        "the data protection and equality impact assessments, with dates"),
                blank(
                        "5.2",
                        "Risks and mitigations",
                        "A rule may fall on one group more than on others. " + sensitiveRules + " of " + book.rules()
                                + " rules rest on special-category data or come near to a protected characteristic; each is"
                                + " listed when the book is checked, and their firing by group is watched, with small"
                                + " numbers left out. A suggestion may be taken for a decision: reasons come first, nothing"
                                + " is ticked beforehand, and the share that people override is watched. A missing fact may"
                                + " hide a need: not known is shown as not known and becomes work. A rule may grow old: each"
                                + " can have a day of review, and each can be switched off with a reason.",
                        "further risks the school has found"));
    }

    private static Field said(String number, String heading, String text) {
        return new Field(number, heading, text, "");
    }

    private static Field blank(String number, String heading, String text, String blank) {
        return new Field(number, heading, text, blank);
    }
}
