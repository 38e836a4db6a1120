package signpost.api.schools;

/** What a person may do in their own school; the names are the authorities that pages and methods ask for. */
public enum Permission {
    /** The caseload and a student's page. */
    SEE_STUDENTS("See the caseload and students’ pages"),
    /** Special-category data: care, health, special educational needs, ethnicity, religion. */
    SEE_SPECIAL_CATEGORY("See special-category facts: care, health, special educational needs, ethnicity, religion"),
    /** Accept, override or defer a recommendation, and record what came of it. */
    DECIDE("Accept, override or defer a recommendation, and record what came of it"),
    /** Places and hours of a term: how much help the school can give. */
    SET_CAPACITY("Set the places and hours of a term"),
    /** Take down any interview, and read what was written about one. */
    RECORD_INTERVIEWS("Take down any interview, and read what was written about one"),
    /** Take down what students say in tutor time: a tutor conversation, or a whole group in one sitting. */
    RECORD_TUTOR_TIME("Take down what students say in tutor time"),
    /** What became of students who left. */
    RECORD_DESTINATIONS("Record what became of students who left"),
    /** Write notes about students, and read those that are not restricted to other roles. */
    WRITE_NOTES("Write notes about students, and read those that are not restricted to other roles"),
    /** Who read which restricted note; not what it says. */
    SEE_NOTE_READS("See who read which restricted note; not what it says"),
    /** The rules in force and what is wrong with an edited one. */
    SEE_RULE_BOOK("Read the rules in force, and what is wrong with an edited one"),
    /** Write drafts of the rule book, try them on the school's students, and propose them. */
    EDIT_RULE_BOOK("Write drafts of the rule book, try them and propose them"),
    /** Approve what somebody else proposed, or go back to an earlier version. */
    APPROVE_RULE_BOOK(
            "Approve a change of the rule book that somebody else proposed, or go back to an earlier version"),
    /** Whose caseload students are, cover, and tutors' groups; without SEE_STUDENTS, by group only. */
    ASSIGN("Say whose caseload students are, arrange cover, give tutors their groups"),
    /** Set the days of terms, and run, review and close them. */
    RUN_TERM("Set the days of terms, and run, review and close them"),
    /** What came of suggestions, by rule and by person. */
    SEE_EVIDENCE("See what came of suggestions, by rule and by person"),
    /** A school's staff, their roles and access, and its tokens. */
    MANAGE_ACCESS("Look after staff, their roles and access, and the tokens of the MIS"),
    /** The administration pages; gives no sight of students. */
    ADMINISTER("Open the administration pages; this gives no sight of students");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** What it lets somebody do, as the page about it says. */
    public String words() {
        return words;
    }
}
